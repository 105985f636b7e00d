/** Kept from call to call, and made larger when a text is. */
let units = new Uint16Array(16_384);
let bytes = Buffer.from(units.buffer);

/**
 * The code units of a text; valid until the next call. Copied at once: each look into a text that is part of a longer
 * one takes as long as reading a unit.
 */
export const printedUnits = (text: string): Uint16Array => {
  if (units.length < text.length) {
    units = new Uint16Array(text.length * 2);
    bytes = Buffer.from(units.buffer);
  }
  bytes.write(text, 'utf16le');
  return units;
};
