import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { examine } from '../../../shared/checks/examine.ts';
import { LIMITS } from '../../../shared/document/limits.ts';
import { read } from '../../../shared/document/read.ts';
import { REPORTS } from '../../accuracy/truth.ts';

const EXCEL_BLOCK = 16;

const quoted = (text: string): string => (/[",\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const write = (rows: readonly (readonly string[])[], mark: string, end = '\r\n'): string =>
  rows.map((row) => row.map(quoted).join(mark) + end).join('');

/** A workbook's rows, each as wide as the widest: merged cells have their text in the first. */
const rowsOf = async (file: string): Promise<string[][]> => {
  const result = await read(readFileSync(join(REPORTS, file)), file);
  if (!result.ok) throw new Error(result.rejection.reason);
  const rows: string[][] = [];
  for (const block of result.document.blocks) {
    const start = rows.length;
    if (block.kind === 'paragraph') rows.push([block.text]);
    else {
      for (const { row = 0, column = 0, text } of block.cells) {
        rows[start + row] ??= [];
        rows[start + row]![column] = text;
      }
    }
  }
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from(rows, (row = []) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
};

/** As Excel saves: columns that are empty to the end in 16 rows are not marked. */
const asExcel = (rows: readonly (readonly string[])[]): string[][] =>
  rows.map((row, index) => {
    const first = index - (index % EXCEL_BLOCK);
    const block = rows.slice(first, first + EXCEL_BLOCK);
    return row.slice(0, Math.max(...block.map((each) => each.findLastIndex((text) => text !== '') + 1)));
  });

const figuresOf = async (bytes: Uint8Array) => {
  const { report, source } = await examine(bytes, 'report.csv');
  return { figures: report?.figures ?? {}, source };
};

const known = (figures: Awaited<ReturnType<typeof figuresOf>>['figures']) =>
  Object.entries(figures).map(([id, { value, state }]) => ({ id, value, state }));

describe.each(['f1-official-2021.xlsx', 'f3-official-2019.xlsx'])('%s saved as text', (file) => {
  test.each([
    ['with commas', (rows: string[][]) => Buffer.from(write(rows, ','))],
    ['with commas by Excel', (rows: string[][]) => Buffer.from(`\ufeff${write(asExcel(rows), ',')}`)],
    ['with tabs', (rows: string[][]) => Buffer.from(write(rows, '\t', '\n'))],
    ['with tabs as Unicode text', (rows: string[][]) => Buffer.from(`\ufeff${write(rows, '\t')}`, 'utf16le')],
  ])('%s says what the workbook says', async (_, save) => {
    const { figures } = await figuresOf(readFileSync(join(REPORTS, file)));
    const saved = await figuresOf(save(await rowsOf(file)));
    expect(saved.source.format).toBe('text');
    expect(known(saved.figures)).toEqual(known(figures));
  });
});

test('a figure of it stands at its line and column', async () => {
  const text = write(asExcel(await rowsOf('f1-official-2021.xlsx')), ',');
  const { figures } = await figuresOf(Buffer.from(text));
  const lines = text.split('\n');
  const stated = Object.values(figures).filter(({ state }) => state === 'stated');
  expect(stated).toHaveLength(200);
  for (const { at, raw } of stated) {
    const { line, column } = at as { line: number; column: number };
    expect(lines[line - 1]!.slice(column - 1).replace(/^"/, '')).toMatch(new RegExp(`^${raw}(?=[",\\r])`));
  }
});

const field = fc.oneof(
  fc.constant(''),
  fc.string({ maxLength: 6, unit: fc.constantFrom('"', ',', '\n', '申', '3') }),
);

test('every field comes back, whatever it holds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(field, { minLength: 7, maxLength: 7 }), { minLength: 12, maxLength: 20 }),
      async (rows) => {
        const first = ['第一项', '', '', '', '', '', '1'];
        const result = await read(Buffer.from(write([first, ...rows], ',')), 'report.csv');
        if (!result.ok) throw new Error(result.rejection.reason);
        const texts = result.document.blocks.flatMap((block) =>
          block.kind === 'paragraph' ? [block.text] : block.cells.map(({ text }) => text),
        );
        const squeeze = (parts: readonly string[]) => parts.join('').replace(/\s/g, '');
        expect(squeeze(texts)).toBe(squeeze([first, ...rows].flat()));
      },
    ),
  );
});

describe('what no sheet was saved as stays text', () => {
  const { limit } = LIMITS.cells;
  test.each([
    [
      'sentences with commas',
      '2024年,我局共收到申请0件,,其中自然人0件,商业企业0件,科研机构0件,其他0件。\n有效。\n'.repeat(20),
    ],
    ['a quote left open', `${',,,,,,\n'.repeat(20)}"申请`],
    ['words behind a quote', `${'"一"二,,,,,,\n'.repeat(20)}`],
    ['a line of commas without end', ','.repeat(200_000)],
  ])('%s', async (_, text) => {
    const result = await read(Buffer.from(`政府信息公开\n${text}`), 'report.txt');
    if (!result.ok) throw new Error(result.rejection.reason);
    expect(result.document.blocks.every(({ kind }) => kind === 'paragraph')).toBe(true);
  });

  test('a sheet of more cells than a report can have is refused', async () => {
    const result = await read(Buffer.from(`${'1,,,,,,,,,\n'.repeat(limit / 10 + 1)}`), 'data.csv');
    expect(result).toMatchObject({ ok: false, rejection: { reason: 'too-large' } });
  });
});
