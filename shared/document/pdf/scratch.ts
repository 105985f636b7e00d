import type { Engine } from './engine.ts';

/** A little of the engine's memory, into which its functions write what they answer, read by index from its start. */
export interface Scratch {
  /** Address of the first byte. */
  readonly at: number;
  double(index: number): number;
  float(index: number): number;
  integer(index: number): number;
  free(): void;
}

const BYTES = 128;

/** Takes the memory; `free` gives it back. The views are taken anew each time, since growing moves the memory. */
export const takeScratch = (engine: Engine): Scratch => {
  const at = engine.wasmExports.malloc(BYTES);
  return {
    at,
    double: (index) => engine.HEAPF64[at / 8 + index] ?? 0,
    float: (index) => engine.HEAPF32[at / 4 + index] ?? 0,
    integer: (index) => engine.HEAP32[at / 4 + index] ?? 0,
    free: () => engine.wasmExports.free(at),
  };
};
