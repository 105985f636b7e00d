import { damaged } from '../unreadable.ts';

/** Little-endian numbers from a stream; whoever reads past its end has a damaged document before them. */
export class ByteSource {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  /** Throws `Unreadable` where the `size` bytes at `at` do not all stand in the stream. */
  need(at: number, size: number): void {
    if (at < 0 || size < 0 || at + size > this.length) {
      throw damaged(
        'Word 文档内的位置指到了文件之外',
        'a position in the Word document leads out of the file',
      );
    }
  }

  u8(at: number): number {
    this.need(at, 1);
    return this.bytes[at]!;
  }

  u16(at: number): number {
    this.need(at, 2);
    return this.#view.getUint16(at, true);
  }

  i16(at: number): number {
    this.need(at, 2);
    return this.#view.getInt16(at, true);
  }

  u32(at: number): number {
    this.need(at, 4);
    return this.#view.getUint32(at, true);
  }

  i32(at: number): number {
    this.need(at, 4);
    return this.#view.getInt32(at, true);
  }

  /** The bytes from `at` on, `size` of them. */
  slice(at: number, size: number): Uint8Array {
    this.need(at, size);
    return this.bytes.subarray(at, at + size);
  }
}
