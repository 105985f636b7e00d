/**
 * Numbers that only grow, also over restarts and when the clock is set back: milliseconds and a counter.
 * As S3 does it, consumers compare them as hexadecimal text of equal length.
 */
export class Sequencer {
  /** @param last the last number given out, 0 for none */
  constructor(private last: bigint) {}

  /** Sixteen upper-case hexadecimal digits. */
  next(now: number): string {
    const clock = BigInt(now) << 12n;
    this.last = clock > this.last ? clock : this.last + 1n;
    return this.last.toString(16).toUpperCase().padStart(16, '0');
  }
}

const GREATEST = 0xffff_ffff_ffff_ffffn;

/** Sixteen lower-case hexadecimal digits that sort the newest first. */
export const newestFirst = (sequencer: string): string =>
  (GREATEST - BigInt(`0x${sequencer}`)).toString(16).padStart(16, '0');
