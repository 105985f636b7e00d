/** The value of each byte that is a hexadecimal digit, -1 for all others. */
const DIGITS = Int8Array.from({ length: 256 }, (_, byte) => {
  const digit = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(digit) ? -1 : digit;
});

const digitAt = (bytes: Uint8Array, at: number): number => (at < bytes.length ? DIGITS[bytes[at]!]! : -1);

/** The byte that two hexadecimal digits at `at` stand for, -1 where there are not two. */
export const hexByteAt = (bytes: Uint8Array, at: number): number => {
  const high = digitAt(bytes, at);
  const low = high < 0 ? -1 : digitAt(bytes, at + 1);
  return low < 0 ? -1 : high * 16 + low;
};
