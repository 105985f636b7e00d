import type { Message } from '../../document/rejection.ts';
import type { Figures, Report, TemplateId } from '../../report/report.ts';
import { perTemplate } from '../../report/templates/per-template.ts';
import type { Operand } from '../outcome.ts';
import {
  type CheckContext,
  type Judgement,
  NOT_APPLICABLE,
  PASS,
  type Problem,
  type Rule,
  UNKNOWN,
} from '../rule.ts';
import type { Arithmetic } from './arithmetic.ts';
import { type Relation, relationById, relationsOf } from './relation.ts';

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
const operandsOf = (relation: Relation, figures: Figures): Operand[] =>
  relation.terms.map(({ figure }) => {
    const { value = null, at } = figures[figure] ?? {};
    return at ? { figure, value, at } : { figure, value };
  });

const side = (operands: readonly Operand[]): Side => {
  let sum = 0;
  for (const { value } of operands) sum += value ?? 0;
  const nonZero = operands.filter(({ value }) => value !== 0);
  const listed = operands.length > 7 ? nonZero : operands;
  return {
    sum: Math.round(sum * 1e6) / 1e6,
    shown: listed.map(({ value }) => value ?? '□').join(' + ') || '0',
  };
};

const problem = (rule: ArithmeticRule, relation: Relation, figures: Figures): Problem => {
  const operands = operandsOf(relation, figures);
  const sides = {
    plus: side(operands.slice(0, relation.plus.length)),
    minus: side(operands.slice(relation.plus.length)),
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
const settlers = (
  relation: Relation,
  { decided, deductions }: Arithmetic,
  template: TemplateId,
): string[] | undefined => {
  if (!decided[relation.index]) return undefined;
  const rules = new Set<string>();
  for (const { figure } of relation.terms) {
    for (const id of deductions.get(figure)?.by ?? []) rules.add(relationById(template, id)?.rule ?? id);
  }
  return [...rules];
};

const judge = (
  rule: ArithmeticRule,
  relation: Relation | undefined,
  report: Report,
  { arithmetic }: CheckContext,
): Judgement => {
  if (relation === undefined) return NOT_APPLICABLE;
  const outcome = arithmetic.outcomes[relation.index]!;
  if (outcome === 'pass') return PASS;
  if (outcome === 'fail') return { outcome, problems: [problem(rule, relation, report.figures)] };
  // A blank that arithmetic settles is decided, yet not stated: the outcome stays `unknown` and names what settles it.
  const settledBy = settlers(relation, arithmetic, report.templates.requests);
  return settledBy ? { outcome, settledBy } : UNKNOWN;
};

/** Completes an arithmetic rule: its severity is `error`, its outcomes come from the solved relations. */
export const arithmeticRule = (rule: ArithmeticRule): Rule => {
  const bySubject = perTemplate(
    (template): ReadonlyMap<string, Relation> =>
      new Map(
        relationsOf(template)
          .filter((relation) => relation.rule === rule.id)
          .map((relation) => [relation.subject, relation]),
      ),
  );
  return {
    ...rule,
    severity: 'error',
    judge: (report, subject, context) =>
      judge(rule, bySubject(report.templates.requests).get(subject), report, context),
  };
};
