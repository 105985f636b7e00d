import type { Dictionary } from './value.ts';

/** A stream of the file, its content decoded only when asked for. */
export interface PdfStream {
  readonly dictionary: Dictionary;
  /** Throws `Unreadable` when the content is broken, too much, or under filters that are not understood. */
  content(): Uint8Array;
}
