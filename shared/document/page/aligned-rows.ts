import type { Cell, Table } from '../document.ts';
import { isValue, startsWithOrdinal } from './ordinal.ts';
import type { Segment, SegmentLine } from './segment.ts';
import { joinWrapped } from './text-lines.ts';

interface Label {
  text: string;
  readonly first: Segment;
  left: number;
  right: number;
  /** Line on which it was last added to. */
  line: number;
}

/** A row as it grows: labels first, then the values of one line. */
interface Row {
  readonly labels: Label[];
  values: readonly Segment[];
}

/** A wrapped label goes on within so many lines, and its numbers stand within so many. */
const NEAR = 3;

/** 第二十条第（一）项 stands over a table by itself and does not wrap. */
const opensLabel = (text: string): boolean => startsWithOrdinal(text) && !text.startsWith('第');

const overlaps = (label: Label, { left, right }: Segment): boolean =>
  Math.min(label.right, right) - Math.max(label.left, left) >
  0.5 * Math.min(label.right - label.left, right - left);

/** Puts the lines of a table without ruling lines into rows. */
class RowBuilder {
  readonly rows: Row[] = [];
  /** Labels that began with an ordinal, so that a text below without one can be known as their continuation. */
  readonly #open: { label: Label; row: Row }[] = [];
  #line = 0;

  add({ segments }: SegmentLine): void {
    this.#line++;
    let firstValue = segments.length;
    while (firstValue > 0 && isValue(segments[firstValue - 1]?.text ?? '')) firstValue--;
    const words = segments.slice(0, firstValue);
    const values = segments.slice(firstValue);
    if (values.length === 0) {
      this.#addWords(words);
      return;
    }
    const named = words.at(-1);
    this.#addWords(words.slice(0, -1));
    this.#rowFor(named, values[0]).values = values;
  }

  /** The row of a line's values: that of the label on the line, else of the label above that waits for them. */
  #rowFor(named: Segment | undefined, value: Segment | undefined): Row {
    if (named && startsWithOrdinal(named.text)) return this.#begin(named);
    const waiting = this.#waiting(named, value);
    if (waiting) {
      if (named) this.#extend(waiting.label, named);
      return waiting.row;
    }
    if (named) return this.#begin(named);
    const row: Row = { labels: [], values: [] };
    this.rows.push(row);
    return row;
  }

  #waiting(named: Segment | undefined, value: Segment | undefined) {
    return this.#open.findLast(
      ({ label, row }) =>
        row.values.length === 0 &&
        this.#line - label.line <= NEAR &&
        (named ? overlaps(label, named) : label.left < (value?.left ?? 0)),
    );
  }

  /** Words that neither go on with a label nor begin one with an ordinal form a row, such as the table's head. */
  #addWords(words: readonly Segment[]): void {
    let head: Row | undefined;
    for (const word of words) {
      const goesOn = startsWithOrdinal(word.text)
        ? undefined
        : this.#open.findLast(({ label }) => this.#line - label.line <= NEAR && overlaps(label, word));
      if (goesOn) this.#extend(goesOn.label, word);
      else if (opensLabel(word.text)) this.#begin(word);
      else if (head) head.labels.push(this.#labelOf(word));
      else head = this.#begin(word);
    }
  }

  #labelOf(word: Segment): Label {
    return { text: word.text, first: word, left: word.left, right: word.right, line: this.#line };
  }

  #begin(word: Segment): Row {
    const label = this.#labelOf(word);
    const row: Row = { labels: [label], values: [] };
    this.rows.push(row);
    if (opensLabel(word.text)) this.#open.push({ label, row });
    return row;
  }

  #extend(label: Label, word: Segment): void {
    label.text = joinWrapped(label.text, word.text);
    label.left = Math.min(label.left, word.left);
    label.right = Math.max(label.right, word.right);
    label.line = this.#line;
  }
}

/**
 * Lines whose columns are kept apart by gaps alone as a table. A row is a line with its values; a label that
 * wraps around them is put together where it begins with an ordinal. An empty cell leaves no trace, so rows and
 * columns are ragged, and each cell counts from 0 in its row.
 */
export const alignedTable = (lines: readonly SegmentLine[]): Table => {
  const builder = new RowBuilder();
  for (const line of lines) builder.add(line);
  const cells: Cell[] = [];
  for (const [row, { labels, values }] of builder.rows.entries()) {
    const texts = [...labels.map(({ text, first }) => ({ text, at: first.at })), ...values];
    for (const [column, { text, at }] of texts.entries()) cells.push({ text, at, row, column });
  }
  return { kind: 'table', cells, rows: 'ragged', columns: 'ragged' };
};
