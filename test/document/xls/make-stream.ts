import { RECORD } from '../../../shared/document/xls/records.ts';

export type Kind = keyof typeof RECORD;

/** Little-endian numbers of two bytes each. */
export const words = (...values: number[]): Buffer => {
  const buffer = Buffer.alloc(2 * values.length);
  for (const [i, value] of values.entries()) buffer.writeUInt16LE(value, 2 * i);
  return buffer;
};

export const double = (value: number): Buffer => {
  const buffer = Buffer.alloc(8);
  buffer.writeDoubleLE(value);
  return buffer;
};

/** A text as BIFF8 keeps it: length, width of its characters, characters. */
export const unicode = (text: string): Buffer =>
  Buffer.concat([words(text.length), Buffer.of(1), Buffer.from(text, 'utf16le')]);

export const record = (kind: Kind, ...data: Buffer[]): Buffer => {
  const content = Buffer.concat(data);
  return Buffer.concat([words(RECORD[kind], content.length), content]);
};

const BEGIN_GLOBALS = words(0x0600, 5, 0, 0, 0, 0, 0, 0);
const BEGIN_SHEET = words(0x0600, 0x10, 0, 0, 0, 0, 0, 0);

export const globals = (...records: Buffer[]): Buffer =>
  Buffer.concat([record('begin', BEGIN_GLOBALS), ...records, record('end')]);

export const worksheet = (...records: Buffer[]): Buffer =>
  Buffer.concat([record('begin', BEGIN_SHEET), ...records, record('end')]);
