/** Encodings, as `TextDecoder` names them, by Windows code page. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
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
  10008: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8',
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

export const SYMBOL_SET = 2;

export const encodingOfCodePage = (page: number): string | undefined => CODE_PAGES[page];

export const encodingOfCharacterSet = (set: number): string | undefined => {
  const page = CHARACTER_SETS[set];
  return page === undefined ? undefined : CODE_PAGES[page];
};

const DOUBLE_BYTE = new Set(['shift_jis', 'gb18030', 'euc-kr', 'big5']);

export const isDoubleByte = (encoding: string): boolean => DOUBLE_BYTE.has(encoding);

/** Whether the bytes end in the first half of a character of two bytes. */
export const endsInHalf = (bytes: readonly number[], encoding: string): boolean => {
  if (!isDoubleByte(encoding)) return false;
  let half = false;
  for (const byte of bytes) half = half ? false : isLead(byte, encoding);
  return half;
};

/** Shift JIS has half-width katakana of one byte between its lead bytes. */
const isLead = (byte: number, encoding: string): boolean =>
  byte > 0x80 && byte < 0xff && !(encoding === 'shift_jis' && byte >= 0xa0 && byte < 0xe0);

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

export const decodeBytes = (bytes: readonly number[], encoding: string): string => {
  let decoder = decoders.get(encoding);
  if (!decoder) {
    decoder = new TextDecoder(encoding, { ignoreBOM: true });
    decoders.set(encoding, decoder);
  }
  return decoder.decode(Uint8Array.from(bytes));
};
