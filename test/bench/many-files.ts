import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPORTS } from '../accuracy/truth.ts';

const SAMPLES = [
  '000_20cb44e099b31046.txt',
  '001_c76baea7d958f164.txt',
  '003_2bbfb42973e84ecc.txt',
  'f1-official-2021.html',
  'f1-official-2021.docx',
];

/** Runs the command over the folder; returns seconds and the most memory the process held, in MB. */
const run = (folder: string): Promise<{ seconds: number; megabytes: number }> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(
      process.execPath,
      ['cli/bin/gouji.mjs', 'check', '--format', 'ndjson', '--fail-on', 'never', folder],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    let most = 0;
    const watch = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
      } catch {
        // Gone between two looks, or a system without /proc.
      }
    }, 50);
    child.on('error', reject);
    child.on('exit', () => {
      clearInterval(watch);
      resolve({ seconds: (performance.now() - start) / 1000, megabytes: most / 1024 });
    });
  });

/** Shows that memory does not grow with the number of files. */
export const benchManyFiles = async (): Promise<void> => {
  console.log('gouji check over a folder: time and the most memory held.');
  for (const count of [100, 1_000, 10_000]) {
    const folder = mkdtempSync(join(tmpdir(), 'gouji-many-'));
    for (let i = 0; i < count; i++) {
      const sample = SAMPLES[i % SAMPLES.length]!;
      const below = join(folder, String(i % 100));
      mkdirSync(below, { recursive: true });
      copyFileSync(join(REPORTS, sample), join(below, `${i}-${sample}`));
    }
    const { seconds, megabytes } = await run(folder);
    console.log(
      `${String(count).padStart(6)} files  ${seconds.toFixed(1).padStart(6)} s  ${(count / seconds).toFixed(0).padStart(5)} files/s  ${megabytes.toFixed(0).padStart(4)} MB`,
    );
    rmSync(folder, { recursive: true, force: true });
  }
};
