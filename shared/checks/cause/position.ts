import { REMEDIES, REMEDY_RESULTS } from '../../report/templates/remedies.ts';
import { APPLICANTS, REQUEST_ROWS } from '../../report/templates/requests.ts';

/** Where a figure stands in its table, counted from 0 in printed order. */
export interface Position {
  readonly table: 'requests' | 'remedies';
  readonly row: number;
  readonly column: number;
  /** The column 总计. */
  readonly inTotalColumn: boolean;
  /** The row （七）总计 of table 三. */
  readonly inTotalRow: boolean;
}

const grid = (
  table: Position['table'],
  rows: readonly { readonly id: string }[],
  columns: readonly { readonly id: string }[],
): [string, Position][] =>
  rows.flatMap((row, rowIndex) =>
    columns.map((column, columnIndex): [string, Position] => [
      `${table}.${row.id}.${column.id}`,
      {
        table,
        row: rowIndex,
        column: columnIndex,
        inTotalColumn: column.id === 'total',
        inTotalRow: row.id === 'closed',
      },
    ]),
  );

const POSITIONS: ReadonlyMap<string, Position> = new Map([
  ...grid('requests', REQUEST_ROWS, APPLICANTS),
  ...grid('remedies', REMEDIES, REMEDY_RESULTS),
]);

/** The position of a figure of table 三 or 四; undefined for figures that no relation holds together. */
export const positionOf = (figure: string): Position | undefined => POSITIONS.get(figure);
