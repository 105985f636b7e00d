import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
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

/** Size of the bundle of `process-report` and the time of a cold start with a first text report. */
export const benchCold = async (): Promise<void> => {
  // Inside the project, so that the AWS SDK is found where the Lambda runtime would have it.
  const folder = mkdtempSync(resolve('dist', 'cold-'));
  bundle('test/bench/first-report.ts', 'runtime', folder);
  const files = readdirSync(folder).map((name) => ({ name, size: statSync(join(folder, name)).size }));
  const kilobytes = (wanted: (name: string) => boolean) =>
    Math.round(files.filter(({ name }) => wanted(name)).reduce((sum, { size }) => sum + size, 0) / 1000);
  console.log(
    `Bundle of process-report: ${kilobytes((name) => name.endsWith('.mjs'))} kB minified, PDF engine ${kilobytes((name) => name.endsWith('.wasm'))} kB beside it.`,
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
    `Fresh process: loading the handler ${middle('load')} ms, reading a first text report ${middle('read')} ms, from start ${middle('total')} ms (at most 250).`,
  );
  rmSync(folder, { recursive: true, force: true });
};
