import type { TextMark } from '../marked-text.ts';
import type { ByteSource } from './byte-source.ts';
import { type FormattedRuns, runAt } from './formatted-pages.ts';
import { visitModifiers } from './property-modifiers.ts';

/** How a run of characters departs from plain text. */
export interface CharacterProperties {
  /** Deleted by a revision, or hidden. */
  readonly unseen: boolean;
  readonly deleted: boolean;
  /** A character of a symbol font, which stands for every `(` of the run. */
  readonly symbol: number | undefined;
  readonly mark: TextMark | undefined;
}

const PLAIN: CharacterProperties = { unseen: false, deleted: false, symbol: undefined, mark: undefined };

/** sprmCFRMarkDel, sprmCFVanish, sprmCSymbol, sprmCFStrike, sprmCFDStrike, sprmCIss ([MS-DOC] 2.6.1). */
const DELETED = 0x0800;
const VANISH = 0x083c;
const SYMBOL = 0x6a09;
const STRUCK = 0x0837;
const STRUCK_TWICE = 0x2a53;
const RAISED = 0x2a48;
/** A toggle of 1 sets, of 0x81 sets the opposite of the style, which is plain. */
const isOn = (toggle: number): boolean => toggle === 1 || toggle === 0x81;

export const readCharacterProperties = (
  source: ByteSource,
  start: number,
  end: number,
): CharacterProperties => {
  let deleted = false;
  let hidden = false;
  let symbol: number | undefined;
  let struck = false;
  let raised: TextMark | undefined;
  visitModifiers(source, start, end, (code, at) => {
    if (code === DELETED) deleted = isOn(source.u8(at));
    else if (code === VANISH) hidden = isOn(source.u8(at));
    else if (code === SYMBOL) symbol = source.u16(at + 2);
    else if (code === STRUCK || code === STRUCK_TWICE) struck = isOn(source.u8(at));
    else if (code === RAISED) raised = ([undefined, 'raised', 'lowered'] as const)[source.u8(at)];
  });
  const mark = struck ? 'struck' : raised;
  return deleted || hidden || symbol !== undefined || mark !== undefined
    ? { unseen: deleted || hidden, deleted, symbol, mark }
    : PLAIN;
};

/** Runs close together share properties; a forged file must not fill the memory with them. */
const REMEMBERED = 4096;

/** Tells for every byte of the text how its characters are formatted, and how far that reaches. */
export class CharacterReader {
  readonly #runs: FormattedRuns;
  readonly #document: ByteSource;
  readonly #known = new Map<number, CharacterProperties>();

  constructor(runs: FormattedRuns, document: ByteSource) {
    this.#runs = runs;
    this.#document = document;
  }

  /** The properties at byte `offset` and the offset where they end. */
  at(offset: number): { readonly properties: CharacterProperties; readonly end: number } {
    const { starts, ends, properties } = this.#runs;
    const run = runAt(this.#runs, offset);
    if (run >= 0 && offset < ends[run]!) return { properties: this.#read(properties[run]!), end: ends[run]! };
    return { properties: PLAIN, end: starts[run + 1] ?? Number.POSITIVE_INFINITY };
  }

  #read(place: number): CharacterProperties {
    if (place === 0) return PLAIN;
    let known = this.#known.get(place);
    if (!known) {
      known = readCharacterProperties(this.#document, place + 1, place + 1 + this.#document.u8(place));
      if (this.#known.size >= REMEMBERED) this.#known.clear();
      this.#known.set(place, known);
    }
    return known;
  }
}
