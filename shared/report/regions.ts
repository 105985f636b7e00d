import { captionYear } from './caption-year.ts';
import { isFormText } from './form-words.ts';
import { KINDS, kindsOf, labelId } from './labels.ts';
import type { Piece, Row } from './rows.ts';
import { isNumber, isValue } from './value-piece.ts';

/** The rows of each table, and the rows that are none of them. */
export interface Regions {
  readonly disclosure: readonly Row[];
  readonly requests: readonly Row[];
  readonly remedies: readonly Row[];
  /** Running text: headings and narrative. */
  readonly narrative: readonly Row[];
}

const isLabelled = ({ labels }: Piece): boolean => labels.length > 0;

/** The kinds of all labels in a row: most rows are told by them alone, with no second look at their pieces. */
const kindsIn = (pieces: readonly Piece[]): number => {
  let kinds = 0;
  for (const { labels } of pieces) if (labels.length > 0) kinds |= kindsOf(labels);
  return kinds;
};

const isNumberRow = (row: Row): boolean => row.pieces.some(isNumber);

/** Numbers without borders whose label is said before them. */
const isBareNumbers = ({ borders, pieces }: Row): boolean => !borders && pieces.every(isValue);

const CAPTION = /^表[一二三四]\s*[：:]/;

/** Captions and notes of the form that are no narrative wherever they stand. */
const isFormNote = ({ paragraph }: Row): boolean =>
  paragraph !== undefined && (CAPTION.test(paragraph) || paragraph.includes('勾稽关系'));

/** A sentence: no part of any table, nor a long label misprinted. */
const isSentence = (row: Row): boolean =>
  row.paragraph !== undefined &&
  row.paragraph.length > 24 &&
  !row.pieces.some(isLabelled) &&
  !isNumberRow(row) &&
  !isFormText(row.paragraph);

const isFirstRow = (pieces: readonly Piece[], kinds: number): boolean =>
  (kinds & KINDS.requestRow) !== 0 &&
  pieces.some(({ labels }) => labelId(labels, 'requestRow') === 'received');

/** The head of table 三, or its first row. */
export const startsRequests = (pieces: readonly Piece[], kinds = kindsIn(pieces)): boolean =>
  (kinds & KINDS.requestHead) !== 0 || isFirstRow(pieces, kinds);

/** The place of the last heading of section 三 that has the first row of table 三 behind it; negative without one. */
const lastThird = (rows: readonly Row[]): number => {
  let last = -1;
  let third = -1;
  for (const [index, { section, pieces }] of rows.entries()) {
    if (section !== undefined) third = section === 3 ? index : -1;
    else if (third >= 0 && isFirstRow(pieces, kindsIn(pieces))) last = third;
  }
  return last;
};

const startsRemedies = (pieces: readonly Piece[], kinds: number): boolean =>
  (kinds & KINDS.remedyHead) !== 0 ||
  ((kinds & KINDS.remedy) !== 0 &&
    pieces.some(({ labels }) => (kindsOf(labels) & (KINDS.remedy | KINDS.disclosureRow)) === KINDS.remedy)) ||
  ((kinds & KINDS.remedyResult) !== 0 && (kinds & KINDS.requestRow) === 0);

const startsDisclosure = (row: Row, kinds: number): boolean =>
  (kinds & (KINDS.clause | KINDS.disclosureColumn)) !== 0 ||
  ((kinds & KINDS.disclosureRow) !== 0 && (row.borders || isNumberRow(row)));

/** Table 二 begins with its first clause. */
const isFirstClause = (pieces: readonly Piece[], kinds: number): boolean =>
  (kinds & KINDS.clause) !== 0 && pieces.some(({ labels }) => labelId(labels, 'clause') === 'first');

/** Whether the rows are another table than this row's, with numbers of its own. */
const areAnotherTable = (rows: readonly Row[], { table }: Row): boolean =>
  rows.every((row) => row.borders && row.table !== table) && rows.some(isNumberRow);

/** Rows of the same table that came before the first one understood: its head, in words nobody has listed. */
const takeHead = (narrative: Row[], { table }: Row): Row[] => {
  const isHead = (row: Row) =>
    table >= 0 && row.table === table && row.pieces.filter(({ text }) => text !== '').length > 1;
  const from = narrative.findLastIndex((row) => !isHead(row)) + 1;
  return narrative.splice(from);
};

/** A row of table 三 that nothing else is called: with the head and the first row misread, the table is still known. */
const namesRequest = (pieces: readonly Piece[], kinds: number): boolean =>
  (kinds & KINDS.requestRow) !== 0 && pieces.some(({ labels }) => kindsOf(labels) === KINDS.requestRow);

/** Rows behind the heading of section 三 that came before the first row understood: what is no sentence. */
const takeSince = (narrative: Row[], heading: number): Row[] => {
  const behind = narrative.splice(heading + 1);
  narrative.push(...behind.filter(isSentence));
  return behind.filter((row) => !isSentence(row));
};

/** `before` and `after`: in running text, before the tables and behind them. */
type State = 'before' | 'disclosure' | 'requests' | 'remedies' | 'after';

/**
 * Walks the rows once: the head or first label of a table begins its region, a later table's beginning or a later
 * section's heading ends it. Section numbers are read from titles, since ordinals restart or are misprinted.
 */
export const toRegions = (rows: readonly Row[]): Regions => {
  const regions = {
    disclosure: [] as Row[],
    requests: [] as Row[],
    remedies: [] as Row[],
    narrative: [] as Row[],
  };
  let state: State = 'before';
  /** Where the heading of section 三 stands in the narrative, while its section lasts. */
  let third: number | undefined;
  /** A sentence among the rows of a table: numbers behind it belong to it, not to the label before. */
  let sentence: Row | undefined;
  /** Rows like those of table 三 came before the section of that table: a summary of some years or offices. */
  let early = false;
  /** The table that rows of table 三 are taken from, and the year that stands over it. */
  let taken: { readonly table: number; readonly year: number | undefined } | undefined;
  /** The first clause of table 二 was met. */
  let clause = false;
  // Looked for once: a forged report may have such rows on each of its lines.
  let own: number | undefined;
  for (const [index, row] of rows.entries()) {
    if (isFormNote(row)) continue;
    const heading = row.section;
    if (heading !== undefined) {
      if (early && heading <= 3) {
        early = false;
        own ??= lastThird(rows);
        if (own >= index) {
          regions.narrative.push(...regions.requests.splice(0));
          state = 'before';
        }
      }
      regions.narrative.push(row);
      third = heading === 3 ? regions.narrative.length - 1 : undefined;
      state = heading === 4 ? 'remedies' : heading >= 5 ? 'after' : state === 'requests' ? state : 'before';
      continue;
    }
    const kinds = kindsIn(row.pieces);
    const begun = state === 'remedies' || (state === 'after' && regions.requests.length > 0);
    if (!begun && startsRequests(row.pieces, kinds)) state = 'requests';
    else if (
      third !== undefined &&
      state === 'before' &&
      regions.requests.length === 0 &&
      namesRequest(row.pieces, kinds)
    ) {
      state = 'requests';
      regions.requests.push(...takeSince(regions.narrative, third));
    } else if (state === 'before' && startsDisclosure(row, kinds)) state = 'disclosure';
    else if (state === 'requests' && startsRemedies(row.pieces, kinds)) state = 'remedies';
    if (state === 'requests' && row.table !== taken?.table && isFirstRow(row.pieces, kinds)) {
      const year = captionYear(rows, index);
      // Last year's table may stand before the report's own, to be compared with it.
      if (year !== undefined && taken?.year !== undefined && year > taken.year)
        regions.narrative.push(...regions.requests.splice(0));
      if (regions.requests.length === 0 || taken === undefined) taken = { table: row.table, year };
    }
    if (state === 'disclosure' && !clause && isFirstClause(row.pieces, kinds)) {
      clause = true;
      // 行政许可 and 规章 may stand in a summary before, which is told from the form by its lack of clauses.
      if (areAnotherTable(regions.disclosure, row)) regions.narrative.push(...regions.disclosure.splice(0));
    }
    if (state === 'before' || state === 'after') regions.narrative.push(row);
    else if (regions[state].length === 0) {
      early ||= state === 'requests' && third === undefined;
      regions[state].push(...takeHead(regions.narrative, row), row);
    } else if (isSentence(row)) {
      regions.narrative.push(row);
      sentence = row;
      continue;
    } else if (sentence && isBareNumbers(row)) regions[state].push(sentence, row);
    else regions[state].push(row);
    sentence = undefined;
  }
  return regions;
};
