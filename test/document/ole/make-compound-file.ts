const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const TABLE_SECTOR = 0xfffffffd;

/** A compound file of these streams under its root, each padded to 4,096 bytes so that none is a small one. */
export const makeCompoundFile = (streams: Readonly<Record<string, Uint8Array>>): Uint8Array => {
  const names = Object.keys(streams);
  const contents = names.map((name) => {
    const padded = new Uint8Array(Math.max(4096, Math.ceil(streams[name]!.length / SECTOR) * SECTOR));
    padded.set(streams[name]!);
    return padded;
  });
  const directorySectors = Math.ceil((names.length + 1) / 4);
  const contentSectors = contents.reduce((sum, { length }) => sum + length / SECTOR, 0);
  const tableSectors = Math.ceil((directorySectors + contentSectors) / (SECTOR / 4 - 1));
  const bytes = new Uint8Array((1 + tableSectors + directorySectors + contentSectors) * SECTOR);
  const view = new DataView(bytes.buffer);
  const link = (sector: number, to: number) => view.setUint32(SECTOR + 4 * sector, to, true);
  const chain = (first: number, count: number) => {
    for (let i = 0; i < count; i++) link(first + i, i === count - 1 ? END_OF_CHAIN : first + i + 1);
  };

  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, tableSectors, true);
  view.setUint32(48, tableSectors, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, END_OF_CHAIN, true);
  view.setUint32(68, END_OF_CHAIN, true);
  for (let i = 0; i < 109; i++) view.setUint32(76 + 4 * i, i < tableSectors ? i : FREE, true);
  for (let i = 0; i < (tableSectors * SECTOR) / 4; i++) link(i, i < tableSectors ? TABLE_SECTOR : FREE);
  chain(tableSectors, directorySectors);

  const entry = (index: number, name: string, kind: number, start: number, size: number) => {
    const at = (1 + tableSectors) * SECTOR + 128 * index;
    for (let i = 0; i < name.length; i++) view.setUint16(at + 2 * i, name.charCodeAt(i), true);
    view.setUint16(at + 64, 2 * name.length + 2, true);
    bytes[at + 66] = kind;
    for (const offset of [68, 72, 76]) view.setUint32(at + offset, FREE, true);
    view.setUint32(at + 116, start, true);
    view.setUint32(at + 120, size, true);
    return at;
  };
  const root = entry(0, 'Root Entry', 5, END_OF_CHAIN, 0);
  view.setUint32(root + 76, 1, true);
  let sector = tableSectors + directorySectors;
  names.forEach((name, i) => {
    const content = contents[i]!;
    const at = entry(i + 1, name, 2, sector, content.length);
    if (i + 1 < names.length) view.setUint32(at + 72, i + 2, true);
    chain(sector, content.length / SECTOR);
    bytes.set(content, (1 + sector) * SECTOR);
    sector += content.length / SECTOR;
  });
  return bytes;
};
