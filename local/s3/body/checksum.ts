import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Crc, crc32, crc32c, crc64Nvme } from './crc.ts';

const hash = (name: string): Crc => {
  const running = createHash(name);
  return { update: (data) => void running.update(data), digest: () => running.digest('base64') };
};

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html */
const ALGORITHMS: Readonly<Record<string, () => Crc>> = {
  'x-amz-checksum-crc32': crc32,
  'x-amz-checksum-crc32c': crc32c,
  'x-amz-checksum-crc64nvme': crc64Nvme,
  'x-amz-checksum-sha1': () => hash('sha1'),
  'x-amz-checksum-sha256': () => hash('sha256'),
};

/** Names of the headers that carry a checksum. */
export const CHECKSUM_HEADERS: readonly string[] = Object.keys(ALGORITHMS);

export interface Checksum {
  readonly header: string;
  /** Absent when it comes in the trailer, after the body. */
  readonly expected?: string;
  readonly running: Crc;
}

/** The checksum that a request announces, in a header or in the trailer of a streamed body. */
export const announcedChecksum = (headers: IncomingHttpHeaders): Checksum | undefined => {
  const trailer = String(headers['x-amz-trailer'] ?? '').toLowerCase();
  for (const header of CHECKSUM_HEADERS) {
    const algorithm = ALGORITHMS[header];
    const expected = headers[header];
    if (!algorithm) continue;
    if (typeof expected === 'string') return { header, expected, running: algorithm() };
    if (trailer === header) return { header, running: algorithm() };
  }
  return undefined;
};
