/** Encodings, as `TextDecoder` names them, by Windows code page. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  10000: 'macintosh',
  10008: 'gbk',
  54936: 'gbk',
};

/** Code pages of the character sets that a font table names (RTF 1.9.1, `\fcharset`). 0 and 1 name none. */
const CHARACTER_SETS: Readonly<Record<number, number>> = {
  77: 10000,
  80: 936,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

const DOUBLE_BYTE = new Set(['shift_jis', 'gbk', 'euc-kr', 'big5']);

/** What the bytes of a code page mean, which has characters of one byte or of two. */
export class CodePage {
  readonly hasPairs: boolean;
  readonly #isShiftJis: boolean;
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #known = new Map<number, string | undefined>();

  constructor(encoding: string) {
    this.hasPairs = DOUBLE_BYTE.has(encoding);
    this.#isShiftJis = encoding === 'shift_jis';
    this.#decoder = new TextDecoder(encoding);
  }

  /** Whether a byte is the first half of a character. Shift JIS has katakana of one byte among these. */
  isLead(byte: number): boolean {
    return this.hasPairs && byte > 0x80 && byte < 0xff && !(this.#isShiftJis && byte >= 0xa0 && byte < 0xe0);
  }

  /** The character of one byte, undefined where there is none. */
  single(byte: number): string | undefined {
    return this.#decode(byte, [byte]);
  }

  /** The character of two bytes, undefined where there is none. */
  pair(lead: number, trail: number): string | undefined {
    return this.#decode((lead << 8) | trail, [lead, trail]);
  }

  #decode(key: number, bytes: readonly number[]): string | undefined {
    if (this.#known.has(key)) return this.#known.get(key);
    const text = this.#decoder.decode(Uint8Array.from(bytes));
    const known = text.includes('\ufffd') ? undefined : text;
    this.#known.set(key, known);
    return known;
  }
}

const opened = new Map<string, CodePage>();

/** The code page of that number; undefined where it is not supported. */
export const codePage = (page: number): CodePage | undefined => {
  const encoding = CODE_PAGES[page];
  if (encoding === undefined) return undefined;
  const known = opened.get(encoding) ?? new CodePage(encoding);
  opened.set(encoding, known);
  return known;
};

/** The code page of a font's character set; undefined where the set names none. */
export const codePageOfCharacterSet = (set: number): CodePage | undefined =>
  codePage(CHARACTER_SETS[set] ?? 0);

export const LATIN = new CodePage('windows-1252');
