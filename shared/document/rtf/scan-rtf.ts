import { hexByteAt } from '../hex.ts';
import { LIMITS } from '../limits.ts';
import { nextHash } from '../met-names.ts';
import { damaged, overLimit } from '../unreadable.ts';
import { WORDS, type Word } from './words.ts';

/** What an RTF file is made of, in its order. */
export interface RtfHandler {
  openGroup(): void;
  closeGroup(): void;
  /** A control word and its number, such as `\cellx1440`; undefined where the word only formats. */
  word(word: Word | undefined, value: number | undefined): void;
  /** A backslash before a character that is no letter, such as `\~`. */
  symbol(character: string): void;
  /** Plain characters, all of them ASCII. */
  text(characters: string): void;
  /** A byte of the document's code page: `\'hh`, or written as it is. */
  byte(value: number): void;
}

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const MINUS = 0x2d;
const APOSTROPHE = 0x27;
const SPACE = 0x20;
/** RTF 1.9.1: a control word has at most 32 letters. */
const LONGEST_WORD = 32;

/** The one word whose number says how many bytes behind it are no text at all. */
const BINARY = 'bin';

/** Between a capital and its small letter there is one bit. */
const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isText = (code: number): boolean =>
  code >= SPACE && code < 0x80 && code !== BACKSLASH && code !== OPEN && code !== CLOSE;

const NOTHING_BEHIND = /^[\s\0}]*$/;

/**
 * Takes apart an RTF file, which begins with its first group. Throws `Unreadable` (damaged) when a group stays open,
 * binary data are cut off, or something follows the end of the first group.
 */
export const scanRtf = (bytes: Uint8Array, handler: RtfHandler): void => {
  const { length } = bytes;
  /** The same with a character for each byte. */
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('latin1');
  let depth = 0;
  let marks = 0;

  /** Tells the control word that begins at `start`; gives where it ends. */
  const controlWord = (start: number): number => {
    let end = start;
    let hash = 0;
    for (; end < length && isLetter(bytes[end]!); end++) hash = nextHash(hash, bytes[end]!);
    if (end - start > LONGEST_WORD) throw damaged('RTF 控制字过长', 'an RTF control word is too long');
    let at = end;
    let value: number | undefined;
    const negative = bytes[at]! === MINUS && isDigit(bytes[at + 1]!);
    if (negative) at++;
    if (isDigit(bytes[at]!)) {
      value = 0;
      for (; isDigit(bytes[at]!); at++) {
        value = Math.min(value * 10 + bytes[at]! - 0x30, 0x7fffffff);
      }
      if (negative) value = -value;
    }
    if (bytes[at]! === SPACE) at++;
    if (end - start === BINARY.length && source.startsWith(BINARY, start)) {
      at += Math.max(0, value ?? 0);
      if (at > length) throw damaged('RTF 二进制数据不完整', 'binary data of the RTF file are cut off');
    } else handler.word(WORDS.at(source, start, end, hash), value);
    return at;
  };

  /** Tells what stands behind the backslash before `at`; gives where it ends. */
  const control = (at: number): number => {
    if (at >= length) return at;
    const code = bytes[at]!;
    if (isLetter(code)) return controlWord(at);
    if (code === APOSTROPHE) {
      const byte = hexByteAt(bytes, at + 1);
      if (byte < 0) throw damaged('RTF 转义字符有错', 'an escaped character of the RTF file is broken');
      handler.byte(byte);
      return at + 3;
    }
    handler.symbol(source[at]!);
    return at + 1;
  };

  let at = 0;
  while (at < length) {
    const code = bytes[at]!;
    if (!isText(code) && ++marks > LIMITS.marks.limit) throw overLimit('marks');
    if (code === BACKSLASH) at = control(at + 1);
    else if (code === OPEN) {
      depth++;
      at++;
      handler.openGroup();
    } else if (code === CLOSE) {
      depth--;
      at++;
      handler.closeGroup();
      if (depth === 0) break;
    } else if (code >= 0x80) {
      at++;
      handler.byte(code);
    } else if (isText(code)) {
      const start = at;
      do at++;
      while (isText(bytes[at]!));
      handler.text(source.slice(start, at));
    } else {
      // Line breaks in the file mean nothing; a tab is one.
      if (code === 0x09) handler.text('\t');
      at++;
    }
  }
  if (depth !== 0) throw damaged('RTF 的组没有结束', 'a group of the RTF file does not end');
  if (!NOTHING_BEHIND.test(source.slice(at))) {
    throw damaged('RTF 结尾之后还有内容', 'something follows the end of the RTF document');
  }
};
