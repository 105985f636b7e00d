import { unzipSync, zipSync } from 'fflate';
import { decode } from '../../shared/document/text/decode.ts';
import type { Random } from '../checks/mutations/random.ts';
import { editBytes, editText } from './edits.ts';
import type { Edit, Mutant, Touched } from './mutation.ts';
import type { Sample } from './samples.ts';

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Rows around a change that it may legitimately speak for: a label moved off its numbers, a broken row. */
const MARGIN_ROWS = 1;
/** The same in lines, where a row may take a line for each cell. */
const MARGIN_LINES = 16;

const touchedLines = (text: string, { start, removed }: Edit): Touched => ({
  kind: 'lines',
  from: count(text.slice(0, start), /\n/g) + 1 - MARGIN_LINES,
  to: count(text.slice(0, start + removed), /\n/g) + 1 + MARGIN_LINES,
});

/** How each format begins tables and rows. */
const MARKS: Partial<Record<string, { readonly table: RegExp; readonly row: RegExp }>> = {
  html: { table: /<table\b/gi, row: /<tr\b/gi },
  docx: { table: /<w:tbl>/g, row: /<w:tr\b/g },
  odt: { table: /<table:table\b(?!-)/g, row: /<table:table-row\b/g },
};

/** The rows of the table that a change of markup touched; a change of whole rows or tables is not told. */
const touchedRows = (format: string, before: string, after: string, edit: Edit): Touched | undefined => {
  const marks = MARKS[format];
  if (!marks) return undefined;
  const changed = (pattern: RegExp): boolean => count(before, pattern) !== count(after, pattern);
  if (changed(marks.table) || changed(marks.row) || changed(/<\/?(?:w:)?t(?:bl|r|able)\b/gi))
    return undefined;
  const head = before.slice(0, edit.start + edit.removed);
  const table = count(head, marks.table);
  const rows = head.slice(Math.max(0, head.search(marks.table)));
  const sinceTable = rows.slice([...rows.matchAll(marks.table)].at(-1)?.index ?? 0);
  const row = count(sinceTable, marks.row);
  return { kind: 'rows', table, from: row - MARGIN_ROWS, to: row + MARGIN_ROWS };
};

const mutateText = (sample: Sample, random: Random): Mutant | undefined => {
  const decoded = decode(sample.bytes);
  if (decoded?.encoding !== 'utf-8') return undefined;
  const { text, edit } = editText(decoded.text, random);
  const touched =
    sample.format === 'html'
      ? touchedRows('html', decoded.text, text, edit)
      : sample.format === 'text' || sample.format === 'markdown'
        ? touchedLines(decoded.text, edit)
        : undefined;
  return {
    name: sample.name,
    bytes: new TextEncoder().encode(text),
    what: `text ${edit.what}`,
    ...(touched && { touched }),
  };
};

const mutatePart = (sample: Sample, random: Random): Mutant => {
  const parts = unzipSync(sample.bytes);
  const names = Object.keys(parts).filter((name) => parts[name]!.length > 0);
  const main = names.filter((name) =>
    /document\.xml$|content\.xml$|sheet\d+\.xml$|sharedStrings|Content\.xml/i.test(name),
  );
  const name = random.pick(random.below(4) === 0 ? names : main.length > 0 ? main : names)!;
  const before = decode(parts[name]!);
  if (before?.encoding === 'utf-8' && random.below(5) > 0) {
    const { text, edit } = editText(before.text, random);
    const touched = /^(?:word\/document|content)\.xml$/.test(name)
      ? touchedRows(sample.format, before.text, text, edit)
      : undefined;
    const bytes = zipSync({ ...parts, [name]: new TextEncoder().encode(text) }, { level: 1 });
    return { name: sample.name, bytes, what: `${name}: ${edit.what}`, ...(touched && { touched }) };
  }
  const { bytes: part, what } = editBytes(parts[name]!, random);
  return {
    name: sample.name,
    bytes: zipSync({ ...parts, [name]: part }, { level: 1 }),
    what: `${name}: ${what}`,
  };
};

const ZIPPED = new Set(['docx', 'odt', 'xlsx', 'ofd']);
const TEXTUAL = new Set(['text', 'markdown', 'html', 'rtf', 'mht']);

/** A random change of a sample: of its bytes, or inside its text or one of its parts. */
export const mutate = (sample: Sample, random: Random): Mutant => {
  const inside = random.below(4) > 0;
  if (inside && ZIPPED.has(sample.format)) return mutatePart(sample, random);
  const text = inside && TEXTUAL.has(sample.format) ? mutateText(sample, random) : undefined;
  return text ?? { name: sample.name, ...editBytes(sample.bytes, random) };
};
