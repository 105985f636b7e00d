import type { Document } from './document.ts';
import type { Rejection } from './rejection.ts';

/** A document read to its end, or the reason why not. Readers never throw for a bad document. */
export type ReadResult =
  | { readonly ok: true; readonly document: Document }
  | { readonly ok: false; readonly rejection: Rejection };

/**
 * Reads one format. `name` is the file's name, for nothing but telling look-alikes apart.
 * Asynchronous so that a heavy reader's engine loads only when its format comes.
 */
export type Reader = (bytes: Uint8Array, name: string) => ReadResult | Promise<ReadResult>;
