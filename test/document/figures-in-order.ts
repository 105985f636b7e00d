import { readFileSync } from 'node:fs';
import type { Block, Cell, Table } from '../../shared/document/document.ts';

const rowsOf = (table: Table): Cell[][] => {
  const rows: Cell[][] = [];
  for (const cell of table.cells) {
    const row = rows[cell.row!] ?? [];
    rows[cell.row!] = row;
    row.push(cell);
  }
  return rows.filter((row) => row !== undefined);
};

const toNumber = ({ text }: Cell): number | null => (text === '' ? null : Number(text));

/**
 * The numbers of the three statistical tables of a cleanly laid out report, in the order of the printed form:
 * the form's order is that of the figure list, so no labels need to be understood.
 */
export const figuresInOrder = (blocks: readonly Block[]): (number | null)[] => {
  const tables = blocks.filter((block): block is Table => block.kind === 'table');
  const [disclosure, requests, remedies] = tables.map(rowsOf);
  const isData = ([label]: Cell[]): boolean => !/^(?:第|信息)/.test(label!.text);
  const firstRow = requests!.findIndex(([label]) => label!.text.startsWith('一、'));
  return [
    ...disclosure!.filter(isData).flatMap((row) => row.slice(1)),
    ...requests!.slice(firstRow).flatMap((row) => row.slice(-7)),
    ...remedies!.at(-1)!,
  ].map(toNumber);
};

/** The known figures of a sample report in the order of the printed form. */
export const knownFigures = (name: string): (number | null)[] => {
  const truth = JSON.parse(readFileSync(`test/reports/truth/${name}.json`, 'utf8'));
  const form: { figure: string }[] = JSON.parse(readFileSync('test/reports/figures.json', 'utf8'))[
    truth.template
  ];
  return form
    .map(({ figure }) => figure)
    .filter((id) => id in truth.figures)
    .map((id) => truth.figures[id]);
};
