import { constants, deflateRawSync } from 'node:zlib';

const CHUNK = 1024 * 1024;

/** A zlib stream that inflates to so many MiB of spaces, made without ever holding them. */
export const makeBomb = (mebibytes: number): Uint8Array => {
  const chunk = deflateRawSync(Buffer.alloc(CHUNK, ' '), { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  const end = Buffer.from([0x03, 0x00]);
  const head = Buffer.from([0x78, 0x9c]);
  return new Uint8Array(Buffer.concat([head, ...Array.from({ length: mebibytes }, () => chunk), end]));
};
