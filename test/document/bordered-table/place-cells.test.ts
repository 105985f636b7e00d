import fc from 'fast-check';
import { type BorderedRow, placeCells } from '../../../shared/document/bordered-table/place-cells.ts';
import { cases } from '../../cases.ts';

const row = (edges: readonly number[], ...contents: string[]): BorderedRow<string> => ({
  shape: { edges, cells: contents.map(() => ({ joinsLeft: false, vertical: 'alone' }) as const) },
  cells: contents,
});

const columns = (rows: readonly BorderedRow<string>[]) =>
  placeCells(rows)?.map(({ row, column, columnSpan, content }) => [row, column, columnSpan, ...content]);

describe('the grid of a table with borders', () => {
  test('takes borders that differ by less than a cell’s padding for one', () => {
    expect(columns([row([-108, 900, 2000], 'a', 'b'), row([0, 940, 1990], 'c', 'd')])).toEqual([
      [0, 0, 1, 'a'],
      [0, 1, 1, 'b'],
      [1, 0, 1, 'c'],
      [1, 1, 1, 'd'],
    ]);
  });

  test('keeps a narrow column that some row really has', () => {
    expect(columns([row([0, 1000, 1060, 2000], 'a', '窄', 'b'), row([0, 1000, 2000], 'c', 'd')])).toEqual([
      [0, 0, 1, 'a'],
      [0, 1, 1, '窄'],
      [0, 2, 1, 'b'],
      [1, 0, 1, 'c'],
      [1, 1, 2, 'd'],
    ]);
  });

  test('lets a row begin further right', () => {
    expect(columns([row([0, 1000, 2000], 'a', 'b'), row([1000, 2000], 'c')])?.at(-1)).toEqual([1, 1, 1, 'c']);
  });

  test.each([
    ['has fewer borders than its cells need', row([0, 1000], 'a', 'b')],
    ['has borders that run back', row([0, 2000, 1000], 'a', 'b')],
    ['states no borders', { shape: undefined, cells: ['a'] }],
  ])('is not known where a row %s', (_, bad) => {
    expect(placeCells([row([0, 1000], 'x'), bad])).toBeUndefined();
  });

  test('gives the cells of a row columns that follow each other without a gap', () => {
    const widths = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(500), widths), { minLength: 1, maxLength: 12 }), (made) => {
        const rows = made.map(([left, all]) => {
          const edges = [left];
          for (const width of all) edges.push(edges.at(-1)! + width);
          return row(edges, ...all.map(String));
        });
        const placed = placeCells(rows)!;
        rows.forEach((_, index) => {
          const own = placed.filter((cell) => cell.row === index);
          own.forEach((cell, i) => {
            expect(cell.columnSpan).toBeGreaterThanOrEqual(1);
            if (i > 0) expect(cell.column).toBe(own[i - 1]!.column + own[i - 1]!.columnSpan);
          });
        });
      }),
      cases(100),
    );
  });
});
