import { deflateSync, inflateSync } from 'node:zlib';
import type { Random } from '../checks/mutations/random.ts';
import { editBytes, editText } from './edits.ts';

const STREAM = /\/FlateDecode[\s\S]{0,200}?stream\r?\n/g;

/**
 * A random change inside a compressed stream of a PDF, put back in the same length so that all offsets hold.
 * Undefined where there is none, or where the changed stream takes more bytes than before.
 */
export const mutatePdf = (
  bytes: Uint8Array,
  random: Random,
): { bytes: Uint8Array; what: string } | undefined => {
  const file = Buffer.from(bytes);
  const latin1 = file.toString('latin1');
  const starts = [...latin1.matchAll(STREAM)].map(({ 0: own, index }) => index + own.length);
  const start = random.pick(starts);
  if (start === undefined) return undefined;
  const end = latin1.indexOf('endstream', start);
  try {
    const content = inflateSync(file.subarray(start, end));
    if (content.length === 0) return undefined;
    // Drawing instructions are text; fonts and pictures are not.
    const isText = !/[^\t\r\n -~]/.test(content.toString('latin1', 0, 400));
    const edited = isText
      ? editText(content.toString('latin1'), random)
      : { text: undefined, edit: editBytes(content, random) };
    const changed =
      edited.text === undefined
        ? (edited.edit as { bytes: Uint8Array }).bytes
        : Buffer.from(edited.text, 'latin1');
    const packed = deflateSync(changed, { level: 9 });
    if (packed.length > end - start) return undefined;
    const padded = Buffer.concat([packed, Buffer.alloc(end - start - packed.length)]);
    return {
      bytes: Buffer.concat([file.subarray(0, start), padded, file.subarray(end)]),
      what: `stream at ${start}: ${edited.edit.what}`,
    };
  } catch {
    return undefined;
  }
};
