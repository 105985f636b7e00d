/** What of WebAssembly the engine's start uses; the types of Node 20 leave it to those of browsers. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  /** Grows by so many pages of 64 KiB; throws RangeError when it cannot. */
  grow(pages: number): number;
}

export interface WasmInstance {
  readonly exports: Readonly<Record<string, unknown>>;
}

interface WasmNamespace {
  compile(code: Uint8Array): Promise<object>;
  readonly Instance: new (code: object, imports: object) => WasmInstance;
}

export const webAssembly = (globalThis as unknown as { readonly WebAssembly: WasmNamespace }).WebAssembly;
