import { unzipSync, zipSync } from 'fflate';
import { decode } from '../../shared/document/text/decode.ts';
import type { Random } from '../checks/mutations/random.ts';
import { editMarkup } from './edit-markup.ts';
import { editBytes, editInPlace, editText } from './edits.ts';
import { mutatePdf } from './mutate-pdf.ts';
import type { Edit, Mutant, Touched } from './mutation.ts';
import { fromQuotedPrintable, toQuotedPrintable } from './quoted-printable.ts';
import type { Sample } from './samples.ts';
import { touchedLines, touchedRows, touchedSheetRows } from './touched-rows.ts';

/** So few characters are the number of a cell, or part of a label. */
const FEW = 30;
const withoutTags = (text: string): string => text.replace(/<[^>]*>/g, '');

const isSmall = (before: string, { start, removed, put }: Edit): boolean =>
  !/[\p{L}\p{N}]/u.test(withoutTags(put)) && withoutTags(before.slice(start, start + removed)).length <= FEW;

/** More characters than this may be whole rows. */
const ROWS = 60;

const isCoarse = (before: string, { start, removed, put }: Edit): boolean =>
  Math.max(withoutTags(put).length, withoutTags(before.slice(start, start + removed)).length) > ROWS;

const changedText = (
  { name }: Sample,
  bytes: Uint8Array | string,
  before: string,
  edit: Edit,
  touched: Touched | undefined,
): Mutant => ({
  name,
  bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  what: edit.what,
  small: isSmall(before, edit),
  coarse: isCoarse(before, edit),
  ...(touched && { touched }),
});

/** Inside the tags as often as across them. */
const editorOf = (random: Random, share: number) => (random.below(100) < share ? editMarkup : editText);

const mutatePlain = (sample: Sample, before: string, random: Random): Mutant => {
  const { text, edit } = editText(before, random);
  const touched =
    sample.format === 'rtf' ? touchedRows('rtf', before, text, edit) : touchedLines(before, edit);
  return changedText(sample, text, before, edit, touched);
};

const mutateHtml = (sample: Sample, before: string, random: Random): Mutant => {
  const { text, edit } = editorOf(random, 60)(before, random);
  return changedText(sample, text, before, edit, touchedRows('html', before, text, edit));
};

/** The page inside the archive; its head is left to changes of bytes. */
const mutateMht = (sample: Sample, before: string, random: Random): Mutant => {
  const head = /^[\s\S]*?\n\r?\n/.exec(before)?.[0] ?? '';
  const page = fromQuotedPrintable(before.slice(head.length));
  const { text, edit } = editorOf(random, 60)(page, random);
  const touched = touchedRows('html', page, text, edit);
  return changedText(sample, head + toQuotedPrintable(text), page, edit, touched);
};

const MAIN = /document\.xml$|content\.xml$|sheet\d+\.xml$|sharedStrings|Content\.xml/i;

const mutatePart = (sample: Sample, random: Random): Mutant => {
  const parts = unzipSync(sample.bytes);
  const names = Object.keys(parts).filter((name) => parts[name]!.length > 0);
  const main = names.filter((name) => MAIN.test(name));
  const name = random.pick(random.below(5) === 0 || main.length === 0 ? names : main)!;
  const zip = (part: Uint8Array) => zipSync({ ...parts, [name]: part }, { level: 1 });
  const before = decode(parts[name]!);
  if (before?.encoding !== 'utf-8' || random.below(12) === 0) {
    const { bytes, what, ...rest } = editBytes(parts[name]!, random);
    return { name: sample.name, bytes: zip(bytes), what: `${name}: ${what}`, ...rest };
  }
  const { text, edit } = editorOf(random, 80)(before.text, random);
  const touched = /^(?:word\/document|content)\.xml$/.test(name)
    ? touchedRows(sample.format, before.text, text, edit)
    : /^xl\/worksheets\/sheet1\.xml$/.test(name)
      ? touchedSheetRows(before.text, text, edit)
      : undefined;
  const made = changedText(sample, zip(new TextEncoder().encode(text)), before.text, edit, touched);
  return { ...made, what: `${name}: ${edit.what}` };
};

/** A change of the text of a file that is text as a whole; undefined for other encodings than UTF-8. */
const mutateText = (sample: Sample, random: Random): Mutant | undefined => {
  const decoded = decode(sample.bytes);
  if (decoded?.encoding !== 'utf-8') return undefined;
  if (sample.format === 'html') return mutateHtml(sample, decoded.text, random);
  if (sample.format === 'mht') return mutateMht(sample, decoded.text, random);
  return mutatePlain(sample, decoded.text, random);
};

const mutateInside = (sample: Sample, random: Random): Mutant | undefined => {
  switch (sample.format) {
    case 'docx':
    case 'odt':
    case 'xlsx':
    case 'ofd':
      return mutatePart(sample, random);
    case 'pdf': {
      const changed = mutatePdf(sample.bytes, random);
      return changed && { name: sample.name, ...changed };
    }
    case 'doc':
    case 'xls':
      return { name: sample.name, ...editInPlace(sample.bytes, random) };
    default:
      return mutateText(sample, random);
  }
};

/** A random change of a sample: inside its text or one of its parts, else of its bytes. */
export const mutate = (sample: Sample, random: Random): Mutant => {
  const inside = random.below(6) > 0 ? mutateInside(sample, random) : undefined;
  return inside ?? { name: sample.name, ...editBytes(sample.bytes, random) };
};
