import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './median.ts';

/** What a user would take instead: a program that gives the text or the tables, whose numbers are then read by eye. */
interface Peer {
  readonly name: string;
  readonly endings: readonly string[];
  /** Writes what it read into the folder. */
  readonly command: (file: string, folder: string) => readonly string[];
}

const PEERS: readonly Peer[] = [
  {
    name: 'pandoc',
    endings: ['.html', '.docx', '.odt', '.rtf'],
    command: (file, folder) => ['pandoc', file, '-t', 'plain', '-o', join(folder, 'read.txt')],
  },
  {
    name: 'python-docx',
    endings: ['.docx'],
    command: (file, folder) => [
      'python3',
      '-c',
      'import sys, docx\nwith open(sys.argv[2], "w") as out:\n for t in docx.Document(sys.argv[1]).tables:\n  for r in t.rows: out.write("\\t".join(c.text for c in r.cells) + "\\n")',
      file,
      join(folder, 'read.txt'),
    ],
  },
  {
    name: 'pdftotext',
    endings: ['.pdf'],
    command: (file, folder) => ['pdftotext', '-layout', file, join(folder, 'read.txt')],
  },
  {
    name: 'LibreOffice',
    endings: ['.doc', '.xls', '.xlsx', '.mht'],
    command: (file, folder) => ['soffice', '--headless', '--convert-to', 'html', '--outdir', folder, file],
  },
];

const RUNS = 3;

const runs = (command: readonly string[]): boolean =>
  spawnSync(command[0]!, command.slice(1), { stdio: 'ignore', timeout: 60_000 }).status === 0;

/** Medians of whole-process times in milliseconds by peer, for those installed that read the file. */
export const peerTimes = (file: string): Map<string, number> => {
  const times = new Map<string, number>();
  for (const { name, command } of PEERS.filter(({ endings }) => endings.some((end) => file.endsWith(end)))) {
    const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
    const read = command(file, folder);
    // The first run warms the disk's cache. LibreOffice without its spreadsheet ends well and has read nothing.
    if (runs(read) && readdirSync(folder).length > 0) {
      const measured = Array.from({ length: RUNS }, () => {
        const start = performance.now();
        runs(read);
        return performance.now() - start;
      });
      times.set(name, median(measured));
    }
    rmSync(folder, { recursive: true, force: true });
  }
  return times;
};

/** The same whole-process time of `gouji check` for one file. */
export const commandTime = (file: string): number => {
  const command = [
    process.execPath,
    'cli/bin/gouji.mjs',
    'check',
    '--format',
    'ndjson',
    '--fail-on',
    'never',
    file,
  ];
  runs(command);
  return median(
    Array.from({ length: RUNS }, () => {
      const start = performance.now();
      runs(command);
      return performance.now() - start;
    }),
  );
};
