import { isAscii, isUtf8, transcode } from 'node:buffer';

const MARK = [0xef, 0xbb, 0xbf];

/** Whether the bytes begin with the byte order mark of UTF-8. */
export const hasUtf8Mark = (bytes: Uint8Array): boolean => MARK.every((byte, index) => bytes[index] === byte);

/**
 * Text of strict UTF-8 without its byte order mark; undefined for anything else. For Chinese text several times as
 * quick as `TextDecoder`, in which Node 20 spends most of the time that reading a plain text takes.
 */
export const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  if (!isUtf8(bytes)) return undefined;
  const body = hasUtf8Mark(bytes) ? bytes.subarray(MARK.length) : bytes;
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return isAscii(body) ? buffer.toString('latin1') : transcode(buffer, 'utf8', 'utf16le').toString('utf16le');
};
