import type { Figure, Report } from '../../report/report.ts';
import { type FigureName, type TableId, tableFigures } from '../../report/templates/figure-list.ts';
import type { Cells } from '../arithmetic/cells.ts';
import { type CheckContext, type Judgement, PASS, type Problem, UNKNOWN } from '../rule.ts';

/** The subjects of the rules about values: the three statistical tables. */
export const TABLES: readonly TableId[] = ['disclosure', 'requests', 'remedies'];

/** A figure of a table with its name. */
export interface NamedFigure {
  readonly name: FigureName;
  readonly figure: Figure;
}

/** What the rules about values ask of a table. */
export interface TableValues {
  /** The document has some cell of the table, be it blank. */
  readonly present: boolean;
  /** In printed order, the figures that are no plain count. */
  readonly unusual: readonly NamedFigure[];
}

/** By table; each was read once for all rules. */
export type ValuesByTable = ReadonlyMap<string, TableValues>;

/** A blank, or a whole number without a unit that is not negative: no rule about values objects to it anywhere. */
const isPlain = ({ value, state, unit }: Figure): boolean =>
  unit === undefined && (value === null ? state !== 'unreadable' : value >= 0 && Number.isInteger(value));

/** `figures` holds the table's from `first` on, in printed order. */
const valuesOf = (
  names: readonly FigureName[],
  figures: readonly (Figure | undefined)[],
  first: number,
): TableValues => {
  const unusual: NamedFigure[] = [];
  let present = false;
  for (let place = 0; place < names.length; place++) {
    const figure = figures[first + place];
    if (!figure || figure.state === 'missing') continue;
    present = true;
    if (!isPlain(figure)) unusual.push({ name: names[place]!, figure });
  }
  return { present, unusual };
};

/** Looks through the three tables of a report; tables 三 and 四 were read into `cells`, one behind the other. */
export const valuesByTable = ({ figures, templates }: Report, cells: Cells): ValuesByTable => {
  const disclosure = tableFigures('disclosure', templates.disclosure);
  const requests = tableFigures('requests', templates.requests);
  const remedies = tableFigures('remedies', templates.requests);
  const disclosed = disclosure.map(({ figure }) => figures[figure]);
  return new Map([
    ['disclosure', valuesOf(disclosure, disclosed, 0)],
    ['requests', valuesOf(requests, cells.figures, 0)],
    ['remedies', valuesOf(remedies, cells.figures, requests.length)],
  ]);
};

/** Whether the document has any cell of a table, be it blank. */
export const hasAnyOf = ({ values }: CheckContext, subject: string): boolean =>
  values.get(subject)?.present === true;

/** `三、（七）总计 · 自然人`. */
export const fullName = ({ name }: NamedFigure): string => `${name.row} · ${name.column}`;

/**
 * Judges a table figure by figure: it fails with one problem for each figure that `fault` objects to, and is
 * unknown when the document has nothing of the table.
 */
export const judgeEach = (
  context: CheckContext,
  subject: string,
  fault: (figure: NamedFigure) => Omit<Problem, 'operands'> | undefined,
): Judgement => {
  const table = context.values.get(subject);
  if (!table?.present) return UNKNOWN;
  const problems: Problem[] = [];
  for (const named of table.unusual) {
    const found = fault(named);
    if (!found) continue;
    const { value, at } = named.figure;
    problems.push({ ...found, operands: [{ figure: named.name.figure, value, ...(at && { at }) }] });
  }
  return problems.length > 0 ? { outcome: 'fail', problems } : PASS;
};
