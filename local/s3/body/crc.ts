import { crc32 as crcOf } from 'node:zlib';

/** A running cyclic redundancy check; the digest is in base64 as the checksum headers carry it. */
export interface Crc {
  update(data: Uint8Array): void;
  digest(): string;
}

/** CRC-32 (ISO 3309), as zip and gzip have it. */
export const crc32 = (): Crc => {
  let value = 0;
  return {
    update(data) {
      value = crcOf(data, value);
    },
    digest() {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value);
      return bytes.toString('base64');
    },
  };
};

/** The reflected Castagnoli polynomial. */
const TABLE32C = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value >>> 0;
});

/** CRC-32C (Castagnoli), reflected. */
export const crc32c = (): Crc => {
  let value = 0xffffffff;
  return {
    update(data) {
      for (const byte of data) value = (TABLE32C[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
    },
    digest() {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE((value ^ 0xffffffff) >>> 0);
      return bytes.toString('base64');
    },
  };
};

/** Upper and lower halves of the reflected CRC-64/NVME polynomial 0x9A6C9329AC4BC9B5. */
const TABLE64: { readonly high: Uint32Array; readonly low: Uint32Array } = (() => {
  const high = new Uint32Array(256);
  const low = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let [upper, lower] = [0, byte];
    for (let bit = 0; bit < 8; bit++) {
      const carry = lower & 1;
      lower = ((lower >>> 1) | (upper << 31)) >>> 0;
      upper >>>= 1;
      if (carry) [upper, lower] = [(upper ^ 0x9a6c9329) >>> 0, (lower ^ 0xac4bc9b5) >>> 0];
    }
    high[byte] = upper;
    low[byte] = lower;
  }
  return { high, low };
})();

/** CRC-64/NVME in two halves: the default of recent AWS clients; BigInt would be a hundred times slower. */
export const crc64Nvme = (): Crc => {
  let [high, low] = [0xffffffff, 0xffffffff];
  return {
    update(data) {
      for (const byte of data) {
        const index = (low ^ byte) & 0xff;
        low = (TABLE64.low[index] ?? 0) ^ ((low >>> 8) | (high << 24));
        high = (TABLE64.high[index] ?? 0) ^ (high >>> 8);
      }
    },
    digest() {
      const bytes = Buffer.alloc(8);
      bytes.writeUInt32BE((high ^ 0xffffffff) >>> 0, 0);
      bytes.writeUInt32BE((low ^ 0xffffffff) >>> 0, 4);
      return bytes.toString('base64');
    },
  };
};
