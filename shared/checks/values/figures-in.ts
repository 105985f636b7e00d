import type { Figure, Report } from '../../report/report.ts';
import { type FigureName, type TableId, tableFigures } from '../../report/templates/figure-list.ts';
import { type Judgement, PASS, type Problem, UNKNOWN } from '../rule.ts';

/** The subjects of the rules about values: the three statistical tables. */
export const TABLES: readonly TableId[] = ['disclosure', 'requests', 'remedies'];

/** A figure of a table with its name. */
export interface NamedFigure extends Figure {
  readonly name: FigureName;
}

const isTable = (subject: string): subject is TableId => TABLES.some((table) => table === subject);

/** The figures that the report's template has in a table. */
export const figuresIn = (report: Report, subject: string): NamedFigure[] => {
  if (!isTable(subject)) return [];
  const template = report.templates[subject === 'disclosure' ? 'disclosure' : 'requests'];
  return tableFigures(subject, template).map((name) => ({
    ...(report.figures[name.figure] ?? { value: null, state: 'missing' }),
    name,
  }));
};

/** `三、（七）总计 · 自然人`. */
export const fullName = ({ name }: NamedFigure): string => `${name.row} · ${name.column}`;

/**
 * Judges a table figure by figure: it fails with one problem for each figure that `fault` objects to, and is
 * unknown when the document has nothing of the table.
 */
export const judgeEach = (
  report: Report,
  subject: string,
  fault: (figure: NamedFigure) => Omit<Problem, 'operands'> | undefined,
): Judgement => {
  const figures = figuresIn(report, subject);
  const problems = figures.flatMap((figure) => {
    const found = fault(figure);
    if (!found) return [];
    const { name, value, at } = figure;
    return [{ ...found, operands: [{ figure: name.figure, value, ...(at && { at }) }] }];
  });
  if (problems.length > 0) return { outcome: 'fail', problems };
  return figures.every(({ state }) => state === 'missing') ? UNKNOWN : PASS;
};
