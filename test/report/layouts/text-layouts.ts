import { displayWidth } from '../../../shared/document/text/lines.ts';
import type { Form, FormRow, FormTable } from './form.ts';
import { inReport } from './in-report.ts';

/** A cell on the full grid; `covered` by a merge from the left or from above. */
interface GridCell {
  readonly text: string;
  readonly covered?: 'left' | 'above';
}

/** The rows of a table on its full grid, merges resolved as a browser does. */
export const toGrid = ({ rows }: FormTable): GridCell[][] => {
  const above: { until: number }[] = [];
  return rows.map((row, r) => {
    const line: GridCell[] = [];
    const passCovered = () => {
      while ((above[line.length]?.until ?? 0) > r) line.push({ text: '', covered: 'above' });
    };
    for (const cell of row.cells) {
      passCovered();
      for (let i = 0; i < (cell.columnSpan ?? 1); i++) {
        above[line.length] = { until: r + (cell.rowSpan ?? 1) };
        line.push(i === 0 ? { text: cell.text } : { text: '', covered: 'left' });
      }
    }
    passCovered();
    return line;
  });
};

const report = (form: Form, table: (table: FormTable) => string, between = '\n'): string =>
  inReport(form)
    .map((part) => ('paragraph' in part ? part.paragraph : table(part.table)))
    .join(between);

const printedCells = (row: FormRow): string[] => row.cells.map(({ text }) => text);

/** Every cell a line with a tab, rows apart by an empty line; cells covered from above stay, those at the side go. */
const tabbed = (form: Form): string =>
  report(
    form,
    (table) =>
      `\n${toGrid(table)
        .map((row) =>
          row
            .filter(({ covered }) => covered !== 'left')
            .map(({ text }) => `\t${text}`)
            .join('\n'),
        )
        .join('\n\n')}\n`,
  );

/** Bars between cells, covered cells as bars at the row's end. */
const pipedTrailing = (form: Form): string =>
  report(form, (table) =>
    toGrid(table)
      .map(
        (row) =>
          `${[...row.filter(({ covered }) => !covered), ...row.filter(({ covered }) => covered)].map(({ text }) => text).join(' | ')} |`,
      )
      .join('\n'),
  );

/** Bars between cells, covered cells gone. */
const pipedBare = (form: Form): string =>
  report(form, ({ rows }) => rows.map((row) => `${printedCells(row).join(' | ')} |`).join('\n'));

/** Bars around cells, covered cells empty where they are. */
const markdown = (form: Form): string =>
  report(
    form,
    (table) => {
      const lines = toGrid(table).map((row) => `| ${row.map(({ text }) => text).join(' | ')} |`);
      return ['', lines[0], `|${'---|'.repeat(toGrid(table)[0]!.length)}`, ...lines.slice(1), ''].join('\n');
    },
    '\n\n',
  );

/** A table of its own for each row. */
const markdownMini = (form: Form): string =>
  report(
    form,
    ({ name, rows }) =>
      rows
        .map((row) => {
          if (row.kind === 'note') return `### ${row.cells[0]!.text}`;
          const cells = printedCells(row);
          if (row.kind === 'head' && name === 'requests') return '';
          if (row.kind === 'head') return `\n| ${cells.join(' | ')} |\n|${'---|'.repeat(cells.length)}`;
          if (name !== 'requests') return `| ${cells.join(' | ')} |`;
          const values = row.cells.filter(
            ({ figure }, index) => figure !== undefined || index >= row.cells.length - 7,
          );
          const labels = row.cells.filter((cell) => !values.includes(cell)).map(({ text }) => text);
          const head = ['类别', ...values.slice(1).map((_, index) => `数据${index + 1}`), '总计'];
          return [
            '',
            ...labels.slice(0, -1).map((label) => `### ${label}`),
            `| ${head.join(' | ')} |`,
            `|${'---|'.repeat(head.length)}`,
            `| ${[labels.at(-1) ?? '', ...values.map(({ text }) => text)].join(' | ')} |`,
          ].join('\n');
        })
        .join('\n'),
    '\n\n',
  );

const filled = (rows: readonly FormRow[]): string[] =>
  rows.flatMap(printedCells).filter((text) => text !== '');

/** One cell a line; what is empty is lost. */
const lines = (form: Form): string => report(form, ({ rows }) => filled(rows).join('\n'));

/** One cell a line, lines apart. */
const spacedLines = (form: Form): string => report(form, ({ rows }) => filled(rows).join('\n\n'), '\n\n');

/** Markup taken out of a page: one cell a line with its bar, empty cells lost. */
const stripped = (form: Form): string =>
  report(form, ({ rows }) =>
    rows
      .map(
        (row) =>
          `${printedCells(row)
            .filter((text) => text !== '')
            .map((text) => `${text} |`)
            .join('\n')}\n|`,
      )
      .join('\n'),
  );

const pad = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)));

/** Labels in a column of their own, wrapped where they are long; `above` lines of a label stand over its numbers. */
const aligned =
  (wrap: 'none' | 'above' | 'around') =>
  (form: Form): string =>
    report(form, ({ rows }) =>
      rows
        .flatMap((row): string[] => {
          const cut = row.cells.findIndex(({ figure }) => figure !== undefined);
          const labels = (cut < 0 ? row.cells : row.cells.slice(0, cut)).map(({ text }) => text);
          const values = (cut < 0 ? [] : row.cells.slice(cut)).map(({ text }) => `    ${pad(text, 6)}`);
          if (row.kind !== 'data') return [labels.map((text) => pad(text, 8)).join('   ')];
          const label = labels.at(-1) ?? '';
          const front = labels
            .slice(0, -1)
            .map((text) => `${pad(text, 12)}  `)
            .join('');
          if (wrap === 'none' || label.length < 14) return [`${front}${pad(label, 60)}${values.join('')}`];
          const middle = Math.ceil(label.length / 2);
          const parts = [label.slice(0, middle), label.slice(middle)];
          const indent = ' '.repeat(12);
          return wrap === 'above'
            ? [`${front}${parts.join(`\n${indent}`)}`, `${' '.repeat(60)}${values.join('')}`]
            : [`${front}${parts[0]}`, `${' '.repeat(60)}${values.join('')}`, `${indent}${parts[1]}`];
        })
        .join('\n'),
    );

/** All on one line; `between` values, and between labels and values. */
const glued =
  (between: string) =>
  (form: Form): string =>
    inReport(form)
      .map((part) =>
        'paragraph' in part
          ? part.paragraph
          : part.table.rows
              .map((row) => row.cells.map(({ text, figure }) => (figure ? text + between : text)).join(''))
              .join(''),
      )
      .join('');

/** Labels on lines of their own, each row's digits run together on the next. */
const gluedRows = (form: Form): string =>
  report(form, ({ rows }) =>
    rows
      .map((row) =>
        [
          ...row.cells.filter(({ figure }) => !figure).map(({ text }) => text),
          row.cells
            .filter(({ figure }) => figure)
            .map(({ text }) => text)
            .join(''),
        ]
          .filter((text) => text !== '')
          .join('\n'),
      )
      .join('\n'),
  );

export const TEXT_LAYOUTS: Readonly<Record<string, (form: Form) => string>> = {
  tabbed,
  'piped with bars behind': pipedTrailing,
  'piped without covered cells': pipedBare,
  markdown,
  'markdown with a table a row': markdownMini,
  'one cell a line': lines,
  'one cell a line, lines apart': spacedLines,
  'markup stripped': stripped,
  'aligned by spaces': aligned('none'),
  'aligned, labels above their numbers': aligned('above'),
  'aligned, labels around their numbers': aligned('around'),
  'glued on one line': glued(''),
  'glued with spaces between numbers': glued(' '),
  'glued row by row': gluedRows,
};
