import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './median.ts';

/** What a user would take instead: a program that gives the text or the tables, whose numbers are then read by eye. */
interface Peer {
  readonly name: string;
  readonly endings: readonly string[];
  readonly command: (file: string, folder: string) => readonly string[];
}

const PEERS: readonly Peer[] = [
  {
    name: 'pandoc',
    endings: ['.html', '.docx', '.odt', '.rtf'],
    command: (file) => ['pandoc', file, '-t', 'plain', '-o', '/dev/null'],
  },
  {
    name: 'python-docx',
    endings: ['.docx'],
    command: (file) => [
      'python3',
      '-c',
      'import sys, docx\nfor t in docx.Document(sys.argv[1]).tables:\n for r in t.rows: [c.text for c in r.cells]',
      file,
    ],
  },
  {
    name: 'pdftotext',
    endings: ['.pdf'],
    command: (file) => ['pdftotext', '-layout', file, '/dev/null'],
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

const installed = new Map<string, boolean>();

/** Medians of whole-process times in milliseconds by peer, for those installed that read the file. */
export const peerTimes = (file: string): Map<string, number> => {
  const times = new Map<string, number>();
  for (const peer of PEERS.filter(({ endings }) => endings.some((ending) => file.endsWith(ending)))) {
    const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
    const command = peer.command(file, folder);
    // A first run shows whether the program is there at all, and warms the disk's cache.
    if (!installed.has(peer.name)) installed.set(peer.name, runs(command));
    if (installed.get(peer.name)) {
      const measured = Array.from({ length: RUNS }, () => {
        const start = performance.now();
        runs(command);
        return performance.now() - start;
      });
      times.set(peer.name, median(measured));
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
