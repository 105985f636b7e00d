import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { type WasmInstance, type WasmMemory, webAssembly } from './web-assembly.ts';

type Wrapped = WrappedPdfiumModule;

type Numeric<F> = F extends (...values: infer A) => unknown
  ? (...values: { [K in keyof A]: number }) => number
  : never;

/**
 * pdfium's functions as they are compiled: addresses and numbers in, numbers out, truth as 0 or 1. The package's
 * own wrappers convert a truth with a look-up that takes longer than the call, tens of thousands of times a page.
 */
export type Engine = Wrapped['pdfium'] & {
  readonly [K in keyof Wrapped as K extends `${string}F_${string}` | `FPDF${string}` | `PDFiumExt_${string}`
    ? `_${K}`
    : never]: Numeric<Wrapped[K]>;
};

/**
 * What pdfium may hold at once. The largest sample takes 20 MB; a document that wants more than this builds
 * page objects without end (forms that call forms), and is cut off here, since pdfium has no limit itself.
 */
const MEMORY_LIMIT_BYTES = 160 * 1024 * 1024;
const WASM_PAGE_BYTES = 65536;

/** The engine's code lies beside a bundle of ours, or in its package where nothing was bundled. */
const wasmBytes = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const own = new URL('pdfium.wasm', import.meta.url);
  const file = await readFile(own).catch(() =>
    readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')),
  );
  return new Uint8Array(file);
};

/** Lets the memory refuse to grow past the limit; pdfium then gives up, which shows as an exception. */
const limitMemory = (memory: WasmMemory): void => {
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * WASM_PAGE_BYTES > MEMORY_LIMIT_BYTES) {
      throw new RangeError('the document asks for more memory than it may have');
    }
    return grow(pages);
  };
};

const start = async (): Promise<Engine> => {
  const [{ init }, code] = await Promise.all([
    import('@embedpdf/pdfium'),
    wasmBytes().then(webAssembly.compile),
  ]);
  const silent = (): void => {};
  // Given the code ourselves, the package never asks its network address for it.
  const engine = await init({
    print: silent,
    printErr: silent,
    instantiateWasm: (imports: object, done: (instance: WasmInstance) => void) => {
      const instance = new webAssembly.Instance(code, imports);
      limitMemory(instance.exports.memory as WasmMemory);
      done(instance);
      return instance.exports;
    },
  } as Parameters<typeof init>[0]);
  engine.PDFiumExt_Init();
  return engine.pdfium as unknown as Engine;
};

let running: Promise<Engine> | undefined;

/** The PDF engine, started when the first PDF comes and kept for the next ones. It runs no script. */
export const pdfEngine = (): Promise<Engine> => {
  running ??= start().catch((error: unknown) => {
    dropEngine();
    throw error;
  });
  return running;
};

/** Bytes that the engine's memory has grown to. */
export const memoryUsed = (engine: Engine): number => engine.HEAPU8.length;

/** Forgets an engine that failed or grew: its state is unknown, and WebAssembly memory never shrinks. */
export const dropEngine = (): void => {
  running = undefined;
};
