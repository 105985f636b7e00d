import type { Figure, Report, TemplateId } from '../../report/report.ts';
import { type FigureName, type TableId, tableFigures } from '../../report/templates/figure-list.ts';
import { type Judgement, PASS, type Problem, UNKNOWN } from '../rule.ts';

/** The subjects of the rules about values: the three statistical tables. */
export const TABLES: readonly TableId[] = ['disclosure', 'requests', 'remedies'];

/** A figure of a table with its name. */
export interface NamedFigure {
  readonly name: FigureName;
  readonly figure: Figure;
}

const NAMES: Readonly<Record<TemplateId, Readonly<Record<TableId, readonly FigureName[]>>>> = {
  '2021': namesOf('2021'),
  '2019': namesOf('2019'),
};

function namesOf(template: TemplateId): Readonly<Record<TableId, readonly FigureName[]>> {
  return {
    disclosure: tableFigures('disclosure', template),
    requests: tableFigures('requests', template),
    remedies: tableFigures('remedies', template),
  };
}

const isTable = (subject: string): subject is TableId => TABLES.some((table) => table === subject);

const namesIn = (report: Report, subject: string): readonly FigureName[] => {
  if (!isTable(subject)) return [];
  return NAMES[report.templates[subject === 'disclosure' ? 'disclosure' : 'requests']][subject];
};

/** Whether the document has any cell of a table, be it blank. */
export const hasAnyOf = (report: Report, subject: string): boolean =>
  namesIn(report, subject).some(({ figure }) => (report.figures[figure]?.state ?? 'missing') !== 'missing');

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
  const problems: Problem[] = [];
  let seen = false;
  for (const name of namesIn(report, subject)) {
    const figure = report.figures[name.figure];
    if (!figure || figure.state === 'missing') continue;
    seen = true;
    const found = fault({ name, figure });
    if (!found) continue;
    const { value, at } = figure;
    problems.push({ ...found, operands: [{ figure: name.figure, value, ...(at && { at }) }] });
  }
  if (problems.length > 0) return { outcome: 'fail', problems };
  return seen ? PASS : UNKNOWN;
};
