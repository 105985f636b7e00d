import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../infra/bundle.ts';
import { REPORTS } from '../accuracy/truth.ts';
import { median, milliseconds } from './median.ts';

const RUNS = 7;

const SETTINGS = {
  TABLE_NAME: 'records',
  RECORDS_BUCKET: 'records',
  EVENT_BUS_NAME: 'bus',
  API_URL: 'https://api.example.org',
  AWS_REGION: 'cn-north-1',
};

/** The engine that reads PDF is a file of its own, and what drives it is the package's. */
const isCode = (name: string): boolean => !/^dist-|\.wasm$/.test(name);

/** Size of the bundle of `process-report` and the time of a cold start with a first text report. */
export const benchCold = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-cold-'));
  bundle('test/bench/first-report.ts', folder);
  const files = readdirSync(folder).map((name) => ({ name, size: statSync(join(folder, name)).size }));
  const kilobytes = (wanted: (name: string) => boolean) =>
    Math.round(files.filter(({ name }) => wanted(name)).reduce((sum, { size }) => sum + size, 0) / 1000);
  console.log(
    `Bundle of process-report: ${kilobytes(isCode)} kB minified (at most 1000), PDF engine ${kilobytes((name) => !isCode(name))} kB beside it.`,
  );
  const report = join(REPORTS, '000_20cb44e099b31046.txt');
  const times = Array.from({ length: RUNS }, () => {
    const printed = execFileSync(process.execPath, [join(folder, 'handler.mjs'), report], {
      env: { ...process.env, ...SETTINGS },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(printed) as { load: number; read: number; total: number };
  });
  const middle = (key: 'load' | 'read' | 'total') => milliseconds(median(times.map((time) => time[key])));
  console.log(
    `Fresh process: loading the handler ${middle('load')} ms and reading a first text report ${middle('read')} ms (together at most 250); ${middle('total')} ms since the process began.`,
  );
  rmSync(folder, { recursive: true, force: true });
};
