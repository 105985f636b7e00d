import type { Random } from '../../../checks/mutations/random.ts';
import type { FormCell, FormRow } from '../form.ts';
import { type Disturbance, inRows, insert, inTable, note } from './disturbance.ts';
import { toTraditional } from './traditional.ts';

const isLabel = (row: FormRow, cell: FormCell): boolean =>
  row.kind === 'data' && cell.figure === undefined && !/^[-\d./]*$/.test(cell.text);

const inLabels = (change: (text: string) => string) =>
  inRows((row) => ({
    ...row,
    cells: row.cells.map((cell) => (isLabel(row, cell) ? { ...cell, text: change(cell.text) } : cell)),
  }));

const CHARACTERS = '公开信息政府数量申请理由行为法律件年度不的';

const misprint = (text: string, random: Random): string => {
  if (text.length < 4) return text;
  const at = 1 + random.below(text.length - 1);
  const kind = random.below(3);
  const other = CHARACTERS[random.below(CHARACTERS.length)]!;
  return text.slice(0, at) + (kind === 0 ? '' : kind === 1 ? other : other + text[at]) + text.slice(at + 1);
};

/** What happens to labels and words; every number stays where its row and column say. */
export const WORDS: Readonly<Record<string, Disturbance>> = {
  'labels misprinted by a character': (form, random) =>
    inLabels((text) => (random.below(4) === 0 ? misprint(text, random) : text))(form),
  'remarks with digits in brackets': (form, random) =>
    inLabels((text) =>
      random.below(4) === 0 ? `${text}（含涉外${random.below(90)}件，减少以负数表示，如-8）` : text,
    )(form),
  'ordinals misnumbered': (form, random) =>
    inLabels((text) => text.replace(/^\d(?=[.、])/, () => String(1 + random.below(9))))(form),
  'ordinals lost': inLabels((text) => text.replace(/^(?:\d[.、]|[一二四]、|（[一二七]）)/, '')),
  'traditional characters': inRows((row) => ({
    ...row,
    cells: row.cells.map((cell) => (cell.figure ? cell : { ...cell, text: toTraditional(cell.text) })),
  })),
  'the outcome heading printed again': (form, random) =>
    inTable('requests', (table) => ({
      ...table,
      rows: insert(table.rows, 6 + random.below(18), note('三、本年度办理结果')),
    }))(form),
  'page numbers between rows': (form, random) =>
    form.map((table) => ({
      ...table,
      rows: insert(table.rows, 1 + random.below(table.rows.length - 1), note(`- ${2 + random.below(8)} -`)),
    })),
  'the head printed again behind a page break': (form, random) =>
    inTable('requests', (table) => ({
      ...table,
      rows: insert(
        table.rows,
        6 + random.below(18),
        ...table.rows.slice(
          0,
          table.rows.findIndex(({ kind }) => kind !== 'head'),
        ),
      ),
    }))(form),
  'a footnote with numbers': (form, random) =>
    form.map((table) => ({
      ...table,
      rows: [...table.rows, note(`注：以上数据含${random.below(90)}家直属单位，统计至12月31日。`)],
    })),
};
