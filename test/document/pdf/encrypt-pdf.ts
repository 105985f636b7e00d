import { createHash } from 'node:crypto';
import { buildPdf, type ObjectSource } from './build-pdf.ts';

/** Padding of passwords (ISO 32000 7.6.4.3). */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
const ID = Buffer.from('0123456789abcdef');
const PERMISSIONS = -60;

const md5 = (...parts: readonly Buffer[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();

const padded = (password: string): Buffer => Buffer.concat([Buffer.from(password), PADDING]).subarray(0, 32);

const rc4 = (key: Buffer, data: Buffer): Buffer => {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number): void => {
    [state[i], state[j]] = [state[j]!, state[i]!];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  let [i, j] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      i = (i + 1) & 255;
      j = (j + state[i]!) & 255;
      swap(i, j);
      return byte ^ state[(state[i]! + state[j]!) & 255]!;
    }),
  );
};

/**
 * Writes a PDF under the standard security handler, revision 2 (40-bit RC4), as `buildPdf` writes one without.
 * Without a user password it opens freely, and only forbids to change it.
 */
export const encryptedPdf = (objects: readonly ObjectSource[], user: string, owner: string): Uint8Array => {
  const o = rc4(md5(padded(owner)).subarray(0, 5), padded(user));
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(PERMISSIONS);
  const key = md5(padded(user), o, permissions, ID).subarray(0, 5);
  const u = rc4(key, PADDING);
  const locked = objects.map((object, i): ObjectSource => {
    if (typeof object === 'string') return object;
    const own = md5(key, Buffer.from([(i + 1) & 255, (i + 1) >> 8, 0, 0, 0])).subarray(0, 10);
    return { ...object, content: rc4(own, Buffer.from(object.content as Uint8Array)) };
  });
  const handler = `<< /Filter /Standard /V 1 /R 2 /O <${o.toString('hex')}> /U <${u.toString('hex')}> /P ${PERMISSIONS} >>`;
  const id = ID.toString('hex');
  return buildPdf([...locked, handler], `/Encrypt ${objects.length + 1} 0 R /ID [<${id}> <${id}>]`);
};
