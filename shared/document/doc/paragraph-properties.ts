import type { RowShape } from '../bordered-table/row-shape.ts';
import { LIMITS } from '../limits.ts';
import { overLimit } from '../unreadable.ts';
import { ByteSource } from './byte-source.ts';
import { visitModifiers } from './property-modifiers.ts';
import { ROW_CHANGES, type RowDefinition, toRowShape } from './row-definition.ts';

/** What is known of a paragraph beside its text. */
export interface ParagraphProperties {
  readonly style: number;
  /** Depth of the tables it stands in; 0 outside all. */
  readonly depth: number;
  /** Its mark ends a row, and its text is none. */
  readonly endsRow: boolean;
  /** Its mark is a paragraph mark that ends a cell or row of a nested table. */
  readonly endsInnerCell: boolean;
  readonly endsInnerRow: boolean;
  readonly row: RowShape | undefined;
  /** Index of its list from 1, 0 for none; undefined where its style decides. */
  readonly list: number | undefined;
  readonly level: number | undefined;
}

interface Draft {
  inTable: boolean;
  depth: number;
  endsRow: boolean;
  endsInnerCell: boolean;
  endsInnerRow: boolean;
  row: RowDefinition;
  list: number | undefined;
  level: number | undefined;
}

type Change = (draft: Draft, source: ByteSource, at: number) => void;

const CHANGES: ReadonlyMap<number, Change> = new Map<number, Change>([
  // sprmPFInTable, sprmPFTtp
  [
    9238,
    (draft, source, at) => {
      draft.inTable = source.u8(at) !== 0;
    },
  ],
  [
    9239,
    (draft, source, at) => {
      draft.endsRow = source.u8(at) !== 0;
    },
  ],
  // sprmPItap, sprmPDtap
  [
    26185,
    (draft, source, at) => {
      draft.depth = source.i32(at);
    },
  ],
  [
    26186,
    (draft, source, at) => {
      draft.depth += source.i32(at);
    },
  ],
  // sprmPFInnerTableCell, sprmPFInnerTtp
  [
    9291,
    (draft, source, at) => {
      draft.endsInnerCell = source.u8(at) !== 0;
    },
  ],
  [
    9292,
    (draft, source, at) => {
      draft.endsInnerRow = source.u8(at) !== 0;
    },
  ],
  // sprmPIlvl, sprmPIlfo
  [
    9738,
    (draft, source, at) => {
      draft.level = source.u8(at);
    },
  ],
  [
    17931,
    (draft, source, at) => {
      draft.list = source.i16(at);
    },
  ],
]);

/** Properties too long for a page stand in the `Data` stream ([MS-DOC] 2.6.2: sprmPHugePapx, sprmPTableProps). */
const ELSEWHERE = new Set([0x6645, 0x6646, 0x646b]);
const TABLE_PROPERTIES = 0x646b;
const DEEPEST = 4;
/** Paragraphs close together share properties; a forged file must not fill the memory with them. */
const REMEMBERED = 4096;

/** Reads the properties of paragraphs. */
export class ParagraphReader {
  readonly #document: ByteSource;
  readonly #data: ByteSource;
  readonly #known = new Map<number, ParagraphProperties>();
  /** Forged places can make many paragraphs share one long list: the whole work is bounded. */
  #budget: number = LIMITS.inflatedBytes.limit;

  constructor(document: ByteSource, data: ByteSource) {
    this.#document = document;
    this.#data = data;
  }

  /** The properties that stand at `place` of the `WordDocument` stream (0: none), with a piece's modifiers. */
  read(place: number, modifiers: Uint8Array): ParagraphProperties {
    if (modifiers.length > 0) return this.#read(place, modifiers);
    const known = this.#known.get(place);
    if (known) return known;
    const properties = this.#read(place, modifiers);
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(place, properties);
    return properties;
  }

  #read(place: number, modifiers: Uint8Array): ParagraphProperties {
    const draft: Draft = {
      inTable: false,
      depth: 1,
      endsRow: false,
      endsInnerCell: false,
      endsInnerRow: false,
      row: { edges: [], merges: [] },
      list: undefined,
      level: undefined,
    };
    let style = 0;
    if (place > 0) {
      // A count of words, or 0 and then the count of words without this byte ([MS-DOC] 2.9.175).
      const words = this.#document.u8(place);
      const start = words === 0 ? place + 2 : place + 1;
      const size = words === 0 ? 2 * this.#document.u8(place + 1) : 2 * words - 1;
      style = this.#document.u16(start);
      this.#apply(draft, this.#document, start + 2, start + Math.max(2, size), 0);
    }
    if (modifiers.length > 0) this.#apply(draft, new ByteSource(modifiers), 0, modifiers.length, 0);
    const { inTable, depth, endsRow, endsInnerCell, endsInnerRow, row, list, level } = draft;
    return {
      style,
      depth: inTable ? Math.max(1, depth) : 0,
      endsRow,
      endsInnerCell,
      endsInnerRow,
      row: row.merges.length > 0 ? toRowShape(row) : undefined,
      list,
      level,
    };
  }

  #apply(draft: Draft, source: ByteSource, start: number, end: number, depth: number): void {
    this.#budget -= end - start;
    if (this.#budget < 0) throw overLimit('inflatedBytes');
    let replaced = false;
    visitModifiers(source, start, end, (code, at, size) => {
      if (replaced) return;
      const ofRow = ROW_CHANGES.get(code);
      if (ofRow) ofRow(draft.row, source, at, size);
      else if (ELSEWHERE.has(code) && depth < DEEPEST) {
        const place = source.i32(at);
        const length = this.#data.u16(place);
        this.#apply(draft, this.#data, place + 2, place + 2 + length, depth + 1);
        // Whoever reads the table's properties there ignores the rest of the list here ([MS-DOC] 3.6).
        replaced = code === TABLE_PROPERTIES;
      } else CHANGES.get(code)?.(draft, source, at);
    });
  }
}
