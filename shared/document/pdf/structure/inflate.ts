import { inflateRawSync, inflateSync } from 'node:zlib';
import { inflateSync as inflateSmall } from 'fflate';
import { damaged, overLimit } from '../../unreadable.ts';

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

const guarded = (work: () => Uint8Array): Uint8Array | undefined => {
  try {
    return work();
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw overLimit('inflatedBytes');
    return undefined;
  }
};

const ZLIB_HEADER = 2;
const CHECKSUM = 4;

/** RFC 1950, 8.2. */
const adler32 = (bytes: Uint8Array): number => {
  let [a, b] = [1, 0];
  for (let at = 0; at < bytes.length; ) {
    // So many sums fit into 32 bits before the remainder must be taken.
    for (const end = Math.min(at + 3800, bytes.length); at < end; at++) b += a += bytes[at] ?? 0;
    a %= 65521;
    b %= 65521;
  }
  return b * 65536 + a;
};

/** Setting up zlib takes longer than to inflate this much; browsers write a stream for each glyph. */
const SMALL = 4096;
/** Room for most of them, so that none is allocated and grown for each. */
const scratch = new Uint8Array(SMALL * 16);

/** A small stream whose last bytes are its checksum, or undefined where it is anything else. */
const inflateQuickly = (packed: Uint8Array): Uint8Array | undefined => {
  const end = packed.length - CHECKSUM;
  if (packed.length > SMALL || end < ZLIB_HEADER || ((packed[0] ?? 0) & 15) !== 8) return undefined;
  try {
    const content = inflateSmall(packed.subarray(ZLIB_HEADER, end), { out: scratch }).slice();
    const checksum = new DataView(packed.buffer, packed.byteOffset + end, CHECKSUM).getUint32(0);
    return adler32(content) === checksum ? content : undefined;
  } catch {
    return undefined;
  }
};

/**
 * The inflated bytes of a FlateDecode stream (RFC 1950), which must end within `packed` and agree with its
 * checksum; only a checksum that the producer left out is forgiven. Throws `Unreadable`: too large when more than
 * `budget` bytes would come out, else damaged. A reader that takes what it gets would give half a page silently.
 */
export const inflate = (packed: Uint8Array, budget: number): Uint8Array => {
  if (packed.length === 0) return packed;
  const small = inflateQuickly(packed);
  if (small && small.length <= budget) return small;
  const options = {
    maxOutputLength: Math.max(1, budget),
    chunkSize: Math.min(1 << 20, 1024 + packed.length * 4),
  };
  const whole = guarded(() => inflateSync(packed, options));
  if (whole) return whole;
  const raw = guarded(() => {
    const { buffer, engine } = inflateRawSync(packed.subarray(ZLIB_HEADER), {
      ...options,
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    // What follows the data would have been a checksum, and it did not agree.
    return packed.length - ZLIB_HEADER - engine.bytesWritten >= CHECKSUM ? new Uint8Array(0) : buffer;
  });
  if (raw && raw.length > 0) return raw;
  throw damaged('PDF 压缩数据有错', 'compressed data of the PDF is broken');
};
