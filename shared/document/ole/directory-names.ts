/** First bytes of a compound file ([MS-CFB] 2.2). */
const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const LAST_REGULAR_SECTOR = 0xfffffffa;
const ENTRY_SIZE = 128;

export const isOle = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, i) => bytes[i] === byte);

/**
 * The names of all streams and storages of a compound file, read straight from its directory ([MS-CFB] 2.6):
 * enough to tell a document from a workbook without opening the file. Ends early where the file is damaged.
 */
export const oleNames = (bytes: Uint8Array): ReadonlySet<string> => {
  const names = new Set<string>();
  if (bytes.length < 512) return names;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorSize = 2 ** Math.min(view.getUint16(30, true), 12);
  const sectorAt = (sector: number): number => (sector + 1) * sectorSize;
  const perSector = sectorSize / 4;
  let sector = view.getUint32(48, true);
  for (let steps = bytes.length / sectorSize; steps > 0 && sector <= LAST_REGULAR_SECTOR; steps--) {
    const start = sectorAt(sector);
    for (let at = start; at < start + sectorSize && at + ENTRY_SIZE <= bytes.length; at += ENTRY_SIZE) {
      const length = Math.min(view.getUint16(at + 64, true), 64) - 2;
      if (length <= 0) continue;
      let name = '';
      for (let i = 0; i < length; i += 2) name += String.fromCharCode(view.getUint16(at + i, true));
      names.add(name);
    }
    // The header lists the first 109 sectors of the allocation table: enough for any directory near the front.
    const table = Math.floor(sector / perSector);
    if (table >= 109) break;
    const entry = sectorAt(view.getUint32(76 + 4 * table, true)) + 4 * (sector % perSector);
    if (entry + 4 > bytes.length) break;
    sector = view.getUint32(entry, true);
  }
  return names;
};
