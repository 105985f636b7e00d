import type { Message } from '../../document/rejection.ts';
import type { Figures, Report } from '../../report/report.ts';
import type { Operand } from '../outcome.ts';
import { type CheckContext, type Judgement, NOT_APPLICABLE, type Problem, type Rule } from '../rule.ts';
import type { Arithmetic } from './arithmetic.ts';
import type { Relation } from './relation.ts';

/** A rule that is a linear relation for each subject; the relations themselves are in `relation.ts`. */
export type ArithmeticRule = Omit<Rule, 'judge' | 'severity'> & {
  /** The two sides as printed, e.g. the parts and their total. `open` when some operand holds no number. */
  readonly explain: (subject: string, sides: Sides) => Message;
};

/** `plus` adds up the operands on the left of the equation, `minus` those on its right. */
export interface Sides {
  readonly plus: Side;
  readonly minus: Side;
  readonly open: boolean;
}

export interface Side {
  readonly sum: number;
  /** As printed, joined by ` + `; a blank is `□`. */
  readonly shown: string;
}

/** The operands of a relation with their values and places. */
export const operandsOf = (relation: Relation, figures: Figures): Operand[] =>
  relation.terms.map(({ figure }) => {
    const { value = null, at } = figures[figure] ?? {};
    return { figure, value, ...(at && { at }) };
  });

const side = (relation: Relation, figures: Figures, coefficient: 1 | -1): Side => {
  const values = relation.terms
    .filter((term) => term.coefficient === coefficient)
    .map((term) => figures[term.figure]?.value ?? null);
  const nonZero = values.filter((value) => value !== 0);
  const listed = values.length > 7 ? (nonZero.length > 0 ? nonZero : [0]) : values;
  return {
    sum: Math.round(values.reduce<number>((sum, value) => sum + (value ?? 0), 0) * 1e6) / 1e6,
    shown: listed.map((value) => (value === null ? '□' : String(value))).join(' + '),
  };
};

const problem = (rule: ArithmeticRule, relation: Relation, figures: Figures): Problem => {
  const operands = operandsOf(relation, figures);
  const sides = {
    plus: side(relation, figures, 1),
    minus: side(relation, figures, -1),
    open: operands.some((operand) => operand.value === null),
  };
  const { zh, en } = rule.explain(relation.subject, sides);
  return {
    message: sides.open
      ? {
          zh: `${zh}空白处（□）无论填什么非负整数都不能成立。`,
          en: `${en} No non-negative whole number in the blanks (□) can make it hold.`,
        }
      : { zh, en },
    operands,
    expected: sides.plus.sum,
    actual: sides.minus.sum,
  };
};

/** The rules that settle a relation's blanks; none where it states nothing; undefined where it stays open. */
const settlers = (relation: Relation, arithmetic: Arithmetic): string[] | undefined => {
  if (!arithmetic.decided.has(relation.id)) return undefined;
  const rules = new Set<string>();
  for (const { figure } of relation.terms) {
    for (const id of arithmetic.deductions.get(figure)?.by ?? []) {
      rules.add(arithmetic.relations.get(id)?.rule ?? id);
    }
  }
  return [...rules];
};

const judge = (
  rule: ArithmeticRule,
  report: Report,
  subject: string,
  { arithmetic }: CheckContext,
): Judgement => {
  const relation = arithmetic.relations.get(`${rule.id}#${subject}`);
  if (relation === undefined) return NOT_APPLICABLE;
  const outcome = arithmetic.outcomes.get(relation.id) ?? 'unknown';
  if (outcome === 'fail') return { outcome, problems: [problem(rule, relation, report.figures)] };
  // A blank that arithmetic settles is decided, yet not stated: the outcome stays `unknown` and names what settles it.
  const settledBy = outcome === 'unknown' && settlers(relation, arithmetic);
  return { outcome, ...(settledBy && { settledBy }) };
};

/** Completes an arithmetic rule: its severity is `error`, its outcomes come from the solved relations. */
export const arithmeticRule = (rule: ArithmeticRule): Rule => ({
  ...rule,
  severity: 'error',
  judge: (report, subject, context) => judge(rule, report, subject, context),
});
