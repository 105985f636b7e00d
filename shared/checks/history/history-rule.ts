import type { Message } from '../../document/rejection.ts';
import type { Report } from '../../report/report.ts';
import type { Operand, OutcomeValue } from '../outcome.ts';
import type { Judgement, Rule } from '../rule.ts';
import type { Sketch } from '../sketch.ts';

/** A case of two years; the years themselves are filled in. */
export interface HistoryExample {
  readonly says: Message;
  readonly previous: Sketch;
  readonly report: Sketch;
  readonly subject: string;
  readonly outcome: OutcomeValue;
}

/** A rule that holds a report against the one of the year before. Its findings belong to the later report. */
export interface HistoryRule extends Omit<Rule, 'judge' | 'examples'> {
  readonly judge: (report: Report, previous: Report, subject: string) => Judgement;
  /** Every figure of the year before that it asks for, over all subjects. */
  readonly asksBefore: readonly string[];
  readonly examples: readonly HistoryExample[];
}

/** A figure of this report as an operand. */
export const operand = ({ figures }: Report, figure: string): Operand => {
  const { value = null, at } = figures[figure] ?? {};
  return { figure, value, ...(at && { at }) };
};

/** A figure of last year's report, with its year; without its place, which is in another document. */
export const lastYears = ({ figures, year }: Report, figure: string): Operand => ({
  figure,
  value: figures[figure]?.value ?? null,
  ...(year !== null && { year }),
});

/** The number of a figure; undefined where it is blank, unreadable, or not in the report's form. */
export const number = (report: Report, figure: string): number | undefined =>
  report.figures[figure]?.value ?? undefined;
