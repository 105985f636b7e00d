/** `RK` and `MULRK` ([MS-XLS] 2.4.220, 2.4.175) with the whole number that they hold. */
const RK = 0x027e;
const MULRK = 0x00bd;

const isWhole = (rk: number): boolean => (rk & 3) === 2;

/** How a stream of records begins: BOF of 16 bytes, version 8 ([MS-XLS] 2.4.21). */
const BEGINNING = Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06]);

/** A workbook in one run of sectors with the next of `numbers` in each cell that holds a whole number. */
export const renumberXls = (bytes: Uint8Array, next: () => number): Uint8Array => {
  const changed = Buffer.from(bytes);
  const renumber = (at: number) => {
    if (isWhole(changed.readUInt32LE(at))) changed.writeUInt32LE(((next() << 2) | 2) >>> 0, at);
  };
  let length = 0;
  for (let at = changed.indexOf(BEGINNING); at >= 0 && at + 4 < changed.length; at += 4 + length) {
    const kind = changed.readUInt16LE(at);
    length = changed.readUInt16LE(at + 2);
    if (at + 4 + length > changed.length || kind === 0) break;
    if (kind === RK) renumber(at + 10);
    // Row and first column, then a style and a number for each cell, then the last column.
    if (kind === MULRK) for (let cell = at + 8; cell + 6 < at + 4 + length; cell += 6) renumber(cell + 2);
  }
  return changed;
};

/** The mark that ends a cell ([MS-DOC] 2.4.3). */
const CELL_MARK = 0x07;

/** A document whose cells of one digit hold 1, 2, 3 … 9 in turn: the text must not become longer. */
export const renumberDoc = (bytes: Uint8Array): Uint8Array => {
  const changed = Uint8Array.from(bytes);
  let next = 0;
  const isMark = (at: number) => changed[at] === CELL_MARK && changed[at + 1] === 0;
  for (let at = 2; at + 4 < changed.length; at += 2) {
    const isDigit = changed[at]! >= 0x30 && changed[at]! <= 0x39 && changed[at + 1] === 0;
    if (isDigit && isMark(at - 2) && isMark(at + 2)) changed[at] = 0x31 + (next++ % 9);
  }
  return changed;
};
