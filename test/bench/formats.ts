import { REPORTS } from '../accuracy/truth.ts';
import { milliseconds } from './median.ts';
import { commandTime, peerTimes } from './peers.ts';
import { warmTimes } from './warm.ts';

/** One file of each kind, with what it should take warm at most, in milliseconds. */
const FILES: readonly (readonly [file: string, target: number])[] = [
  ['000_20cb44e099b31046.txt', 0.5],
  ['003_2bbfb42973e84ecc.txt', 0.5],
  ['004_016fbde8dd5f1447.txt', 20],
  ['f1-official-2021.html', 3],
  ['f2-word-2021.html', 3],
  ['f1-official-2021.docx', 6],
  ['f1-official-2021.doc', 2],
  ['f1-official-2021.odt', 6],
  ['f1-official-2021.rtf', 6],
  ['f1-official-2021.xlsx', 8],
  ['f1-official-2021.xls', 8],
  ['f1-official-2021.mht', 3],
  ['f4-distinct-2021.ofd', 8],
  ['f1-official-2021.pdf', 40],
  ['f1-official-2021.chromium.pdf', 100],
];

const column = (text: string, width = 11): string => text.padStart(width);

/** Prints warm times per step and whole-process times beside what a user would take instead. */
export const benchFormats = async (): Promise<void> => {
  console.log(
    'Medians in ms. Warm: in one process, after a warm-up; the floor is reading, decoding and splitting the bytes as text. Process: from start to exit, one file.',
  );
  console.log(
    `${'file'.padEnd(32)}${['floor', 'read', 'understand', 'check', 'all', 'at most', 'process'].map((head) => column(head)).join('')}   instead, process`,
  );
  for (const [file, target] of FILES) {
    const path = `${REPORTS}/${file}`;
    const warm = await warmTimes(path, file);
    const instead = [...peerTimes(path)].map(([name, time]) => `${name} ${milliseconds(time)}`).join(', ');
    const { floor, read, understand, check, all } = warm;
    const cells = [floor, read, understand, check, all, target, commandTime(path)].map(milliseconds);
    const mark = warm.all <= target ? ' ' : '!';
    console.log(
      `${file.padEnd(32)}${cells.map((cell) => column(cell)).join('')} ${mark} ${instead || '(none installed)'}`,
    );
  }
};
