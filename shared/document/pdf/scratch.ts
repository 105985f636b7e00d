import type { Engine } from './engine.ts';

/** A little of the engine's memory, into which its functions write what they answer. */
export interface Scratch {
  /** Address of the first byte. */
  readonly at: number;
  doubles(count: number): ArrayLike<number> & Iterable<number>;
  floats(count: number): ArrayLike<number> & Iterable<number>;
  integers(count: number): ArrayLike<number> & Iterable<number>;
  free(): void;
}

const BYTES = 128;

/** Takes the memory; `free` gives it back. The views are taken anew each time, since growing moves the memory. */
export const takeScratch = (engine: Engine): Scratch => {
  const { pdfium } = engine;
  const at = pdfium.wasmExports.malloc(BYTES);
  return {
    at,
    doubles: (count) => pdfium.HEAPF64.subarray(at / 8, at / 8 + count),
    floats: (count) => pdfium.HEAPF32.subarray(at / 4, at / 4 + count),
    integers: (count) => pdfium.HEAP32.subarray(at / 4, at / 4 + count),
    free: () => pdfium.wasmExports.free(at),
  };
};
