import type { ByteSource } from './byte-source.ts';
import type { PartPlace } from './file-information.ts';
import { visitModifiers } from './property-modifiers.ts';

/** What a paragraph style says about lists. */
interface Style {
  readonly base: number;
  readonly list: number | undefined;
  readonly level: number | undefined;
}

const P_ILVL = 0x260a;
const P_ILFO = 0x460b;
const PARAGRAPH_STYLE = 1;
const NO_BASE = 0xfff;
const DEEPEST = 32;

const readStyle = (table: ByteSource, at: number, size: number, fixed: number): Style => {
  const kindAndBase = table.u16(at + 2);
  const base = kindAndBase >> 4;
  let list: number | undefined;
  let level: number | undefined;
  if ((kindAndBase & 0xf) === PARAGRAPH_STYLE) {
    // The name: its length in characters, the characters, and a zero ([MS-DOC] 2.9.355).
    const name = at + fixed;
    const properties = name + 2 + 2 * table.u16(name) + 2;
    const length = table.u16(properties);
    const end = Math.min(properties + 2 + length, at + size);
    // An index of the style itself stands before the modifiers ([MS-DOC] 2.9.337).
    if (length > 2 && properties + 4 < end) {
      visitModifiers(table, properties + 4, end, (code, operand) => {
        if (code === P_ILVL) level = table.u8(operand);
        else if (code === P_ILFO) list = table.i16(operand);
      });
    }
  }
  return { base, list, level };
};

/** The style sheet ([MS-DOC] 2.9.271), as far as lists hang on it. */
export class Styles {
  readonly #styles: (Style | undefined)[] = [];

  constructor(table: ByteSource, { start, size }: PartPlace) {
    if (size === 0) return;
    const head = table.u16(start);
    const count = table.u16(start + 2);
    const fixed = table.u16(start + 4);
    let at = start + 2 + head;
    for (let i = 0; i < count && at < start + size; i++) {
      const length = table.u16(at);
      at += 2;
      table.need(at, length);
      this.#styles.push(length > fixed ? readStyle(table, at, length, fixed) : undefined);
      at += length + (length % 2);
    }
  }

  list(style: number): number | undefined {
    return this.#inherited(style, 'list');
  }

  level(style: number): number | undefined {
    return this.#inherited(style, 'level');
  }

  #inherited(style: number, key: 'list' | 'level'): number | undefined {
    let index = style;
    for (let steps = 0; steps < DEEPEST && index !== NO_BASE; steps++) {
      const found = this.#styles[index];
      if (found?.[key] !== undefined) return found[key];
      index = found?.base ?? NO_BASE;
    }
    return undefined;
  }
}
