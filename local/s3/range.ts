import { S3Error } from './s3-error.ts';

export interface Range {
  readonly start: number;
  /** Included. */
  readonly end: number;
}

/**
 * One range of bytes (RFC 9110, section 14). Anything but a single range is ignored, as the RFC allows.
 *
 * @throws S3Error InvalidRange when no byte of it is there
 */
export const parseRange = (header: string | undefined, size: number): Range | undefined => {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!parts || (parts[1] === '' && parts[2] === '')) return undefined;
  const [first, last] = [parts[1] ?? '', parts[2] ?? ''];
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < start) return undefined;
  if (start >= size || (first === '' && Number(last) === 0)) {
    throw new S3Error('InvalidRange', 416, 'The requested range is not satisfiable', {
      'Content-Range': `bytes */${size}`,
    });
  }
  return { start, end };
};
