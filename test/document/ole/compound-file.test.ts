import { readFileSync } from 'node:fs';
import { openCompoundFile } from '../../../shared/document/ole/compound-file.ts';
import { Unreadable } from '../../../shared/document/unreadable.ts';
import { makeCompoundFile } from './make-compound-file.ts';

const content = Uint8Array.from({ length: 70_000 }, (_, i) => i % 251);
const made = makeCompoundFile({ A: content, B: new Uint8Array(4096).fill(7) });
const tableAt = 512;
const directoryAt = 512 * (1 + new DataView(made.buffer).getUint32(48, true));
const firstOf = (entry: number): number =>
  new DataView(made.buffer).getUint32(directoryAt + 128 * entry + 116, true);

const changed = (change: (view: DataView) => void): Uint8Array => {
  const copy = Uint8Array.from(made);
  change(new DataView(copy.buffer));
  return copy;
};

describe('a compound file', () => {
  test('gives its streams byte by byte', () => {
    const file = openCompoundFile(made);
    expect(file.names).toEqual(['A', 'B']);
    expect(file.read('A')!.subarray(0, content.length)).toEqual(content);
    expect(file.read('B')).toEqual(new Uint8Array(4096).fill(7));
    expect(file.read('C')).toBeUndefined();
  });

  test('gives small streams, which stand in the one of the root', () => {
    const file = openCompoundFile(readFileSync('test/reports/f1-official-2021.doc'));
    expect(Buffer.from(file.read('\u0001CompObj')!).toString('latin1')).toContain('Word.Document');
  });

  test('may be cut after the last byte that is used', () => {
    expect(openCompoundFile(made.subarray(0, made.length)).read('B')).toHaveLength(4096);
    expect(() => openCompoundFile(made.subarray(0, made.length - 1)).read('B')).toThrow(Unreadable);
  });

  test.each([
    [
      'runs in a circle',
      (view: DataView) => view.setUint32(tableAt + 4 * (firstOf(1) + 3), firstOf(1), true),
    ],
    ['ends early', (view: DataView) => view.setUint32(tableAt + 4 * (firstOf(1) + 3), 0xfffffffe, true)],
    ['leads out of the file', (view: DataView) => view.setUint32(tableAt + 4 * firstOf(1), 0xffffff, true)],
    [
      'is longer than the file',
      (view: DataView) => view.setUint32(directoryAt + 128 + 120, 0x7fffffff, true),
    ],
  ])('is damaged where the chain of a stream %s', (_, change) => {
    expect(() => openCompoundFile(changed(change)).read('A')).toThrow(Unreadable);
  });

  test.each([
    [
      'the tree of the directory is a circle',
      (view: DataView) => view.setUint32(directoryAt + 256 + 72, 1, true),
    ],
    [
      'the directory runs in a circle',
      (view: DataView) => view.setUint32(tableAt + 4 * (directoryAt / 512 - 1), directoryAt / 512 - 1, true),
    ],
    ['the sectors have no known size', (view: DataView) => view.setUint16(30, 31, true)],
    ['the allocation table is not there', (view: DataView) => view.setUint32(44, 0x00ffffff, true)],
  ])('is damaged where %s', (_, change) => {
    expect(() => openCompoundFile(changed(change))).toThrow(Unreadable);
  });
});
