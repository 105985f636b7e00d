import { constants, crc32, deflateRawSync } from 'node:zlib';

/** An entry of an archive that may lie. */
export interface CraftedEntry {
  readonly name: string;
  readonly content?: Uint8Array;
  /** Deflated bytes in place of those of `content`. */
  readonly packed?: Uint8Array;
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  /** Position of a local header in place of its own. */
  readonly offset?: number;
}

const header = (fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer => {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    buffer.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return buffer;
};

/** Writes an archive field by field, so that each can be wrong. */
export const craftZip = (entries: readonly CraftedEntry[]): Buffer => {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const content = entry.content ?? new Uint8Array();
    const packed = entry.packed ?? deflateRawSync(content);
    const name = Buffer.from(entry.name);
    const common = [
      [2, entry.flags ?? 0],
      [2, 8],
      [4, 0],
      [4, entry.crc ?? crc32(content)],
      [4, packed.length],
      [4, entry.size ?? content.length],
      [2, name.length],
      [2, 0],
    ] as const;
    const start = header([[4, 0x04034b50], [2, 20], ...common]);
    const offset = entry.offset ?? at;
    const rest = [
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, offset],
    ] as const;
    central.push(header([[4, 0x02014b50], [2, 20], [2, 20], ...common, ...rest]), name);
    local.push(start, name, Buffer.from(packed));
    at += start.length + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = header([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, directory.length],
    [4, at],
    [2, 0],
  ]);
  return Buffer.concat([...local, directory, end]);
};

/** 1.5 MB of deflated data that inflates to 1.5 GB of spaces. */
export const deflatedBomb = (): Buffer => {
  const block = deflateRawSync(Buffer.alloc(16 << 20, ' '), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: 96 }, () => block), deflateRawSync(Buffer.alloc(0))]);
};
