import { LIMITS } from '../../limits.ts';
import { damaged, overLimit } from '../../unreadable.ts';
import type { Value } from './value.ts';

const code = (character: string): number => character.charCodeAt(0);

/** What each byte is (ISO 32000 7.2.3, tables 1 and 2). */
const [REGULAR, SPACE, DELIMITER] = [0, 1, 2];
const KINDS = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) KINDS[byte] = SPACE;
for (const delimiter of '()<>[]{}/%') KINDS[code(delimiter)] = DELIMITER;

const [OPEN, CLOSE, BACKSLASH, PERCENT, SLASH] = ['(', ')', '\\', '%', '/'].map(code);
const CAPITAL_R = code('R');
const [LESS, GREATER, OPEN_ARRAY, CLOSE_ARRAY] = ['<', '>', '[', ']'].map(code);

/** Longest number, name or keyword: names may have 127 bytes. */
const LONGEST_TOKEN = 1024;
const LONGEST_INTEGER = 15;

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/;

const broken = () => damaged('PDF 对象有错', 'an object of the PDF is wrong');

/** Reads PDF syntax (ISO 32000 7.2 and 7.3) from bytes, moving `at` forward. Throws `Unreadable` where it is wrong. */
export class Parser {
  readonly bytes: Buffer;
  at: number;
  #depth = 0;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.at = at;
  }

  skipSpace(): void {
    const { bytes } = this;
    for (; this.at < bytes.length; this.at++) {
      const byte = bytes[this.at] ?? 0;
      if (byte === PERCENT) {
        while (this.at < bytes.length && bytes[this.at] !== 10 && bytes[this.at] !== 13) this.at++;
      } else if (KINDS[byte] !== SPACE) return;
    }
  }

  /** The next number, name without its slash, or keyword; empty before a delimiter or at the end. */
  token(): string {
    const { bytes } = this;
    const from = this.at;
    while (this.at < bytes.length && KINDS[bytes[this.at] ?? 0] === REGULAR) this.at++;
    if (this.at - from > LONGEST_TOKEN) throw broken();
    return bytes.toString('latin1', from, this.at);
  }

  /** Whether this keyword comes next; if so, moves behind it. */
  keyword(word: string): boolean {
    this.skipSpace();
    for (let i = 0; i < word.length; i++) if (this.bytes[this.at + i] !== word.charCodeAt(i)) return false;
    this.at += word.length;
    return true;
  }

  /** A number without sign or fraction; stays where it is if none comes next. */
  integer(): number | undefined {
    this.skipSpace();
    const { bytes } = this;
    let value = 0;
    let end = this.at;
    for (; end - this.at < LONGEST_INTEGER; end++) {
      const digit = (bytes[end] ?? 0) - 48;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    if (end === this.at || (end < bytes.length && KINDS[bytes[end] ?? 0] === REGULAR)) return undefined;
    this.at = end;
    return value;
  }

  /** Moves behind a dictionary without looking at its entries; strings in it may hold anything. */
  skipDictionary(): void {
    const { bytes } = this;
    let depth = 0;
    for (; this.at < bytes.length; this.at++) {
      const byte = bytes[this.at];
      if (byte === OPEN) {
        this.#literal();
        this.at--;
      } else if (byte === LESS && bytes[this.at + 1] === LESS) {
        depth++;
        this.at++;
      } else if (byte === GREATER && bytes[this.at + 1] === GREATER) {
        this.at++;
        if (--depth === 0) {
          this.at++;
          return;
        }
      }
    }
    throw broken();
  }

  value(): Value {
    this.skipSpace();
    const byte = this.bytes[this.at];
    if (byte === undefined) throw broken();
    if (byte === SLASH) {
      this.at++;
      return this.#name();
    }
    if (byte === OPEN) return this.#literal();
    if (byte === OPEN_ARRAY) return this.#nested(() => this.#array());
    if (byte === LESS) {
      if (this.bytes[this.at + 1] === LESS) return this.#nested(() => this.#dictionary());
      return this.#hexadecimal();
    }
    return this.#numberOrKeyword();
  }

  #name(): string {
    const name = `/${this.token()}`;
    if (!name.includes('#')) return name;
    return name.replace(/#([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  #nested<T>(read: () => T): T {
    if (++this.#depth > LIMITS.nesting.limit) throw overLimit('nesting');
    const value = read();
    this.#depth--;
    return value;
  }

  #numberOrKeyword(): Value {
    const object = this.integer();
    if (object !== undefined) {
      const behind = this.at;
      if (this.integer() !== undefined) {
        this.skipSpace();
        if (this.bytes[this.at] === CAPITAL_R && this.token() === 'R') return { object };
      }
      this.at = behind;
      return object;
    }
    const text = this.token();
    if (text === '') throw broken();
    if (NUMBER.test(text)) return Number(text);
    return text === 'true' || (text === 'false' ? false : null);
  }

  #literal(): Value {
    let depth = 0;
    for (; this.at < this.bytes.length; this.at++) {
      const byte = this.bytes[this.at];
      if (byte === BACKSLASH) this.at++;
      else if (byte === OPEN) depth++;
      else if (byte === CLOSE && --depth === 0) {
        this.at++;
        return '';
      }
    }
    throw broken();
  }

  #hexadecimal(): Value {
    const end = this.bytes.indexOf(GREATER ?? 0, this.at);
    if (end < 0) throw broken();
    this.at = end + 1;
    return '';
  }

  #array(): Value {
    const values: Value[] = [];
    this.at++;
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === CLOSE_ARRAY) break;
      values.push(this.value());
    }
    this.at++;
    return values;
  }

  #dictionary(): Value {
    const entries = new Map<string, Value>();
    this.at += 2;
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.at] === GREATER && this.bytes[this.at + 1] === GREATER) break;
      if (this.bytes[this.at] !== SLASH) throw broken();
      const name = this.value() as string;
      entries.set(name.slice(1), this.value());
    }
    this.at += 2;
    return entries;
  }
}
