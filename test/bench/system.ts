import { strict as assert } from 'node:assert';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { median, milliseconds } from './median.ts';
import { countAll, type Listed, listAll } from './system/listed.ts';
import { type MachineProcess, startProcess } from './system/machine-process.ts';
import { type MadeReport, MOST_REPORTS, reportMaker } from './system/made-reports.ts';
import { quietTimes } from './system/quiet-times.ts';
import { uploadAll } from './system/upload-all.ts';
import { openWebhook, type Webhook } from './system/webhook.ts';

/** Measured one by one before the load and as many after it, and told apart from it by their names. */
const QUIET = 110;

/** A chain that stands still for so long is stuck. */
const STALL_MILLISECONDS = 90_000;

/** Reports in work at once are no more. */
const CUT_OFF = 100;

/** A line of `npm start` for a report that was recorded. */
const RECORDED = /^\S+ (勾稽一致|勾稽不符|数据不全|无法读取) /;

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN;

const seconds = (from: number, to = performance.now()): string => ((to - from) / 1000).toFixed(1);

/** Waits until `reached`, as long as something moves. */
const until = async (what: string, reached: () => Promise<boolean>, moved: () => unknown): Promise<void> => {
  let last = moved();
  let since = Date.now();
  while (!(await reached())) {
    if (moved() !== last) [last, since] = [moved(), Date.now()];
    assert.ok(
      Date.now() - since < STALL_MILLISECONDS,
      `${what}: nothing has moved for a long time (${last})`,
    );
    await pause(500);
  }
};

// Told to those who build, not to those who run.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';

/** What must hold in the end, whatever happened in between. */
const holdAll = (
  reports: ReadonlyMap<string, MadeReport>,
  listed: readonly Listed[],
  { told }: Webhook,
): void => {
  assert.equal(listed.length, reports.size, 'a record for each report');
  assert.equal(new Set(listed.map(({ name }) => name)).size, reports.size, 'no report twice');
  assert.equal(new Set(listed.map(({ href }) => href)).size, reports.size, 'no agency and year twice');
  for (const { name, agency, verdict } of listed) {
    const made = reports.get(name);
    assert.equal(verdict, made?.verdict, `the verdict of ${name}`);
    if (made?.agency !== undefined) assert.equal(agency, made.agency, `the agency of ${name}`);
  }
  const wrong = listed.filter(({ verdict }) => verdict === 'inconsistent').map(({ href }) => href);
  const paths = [...told.values()].map(({ path }) => path);
  assert.deepEqual(paths.toSorted(), wrong.toSorted(), 'one alert, by its id, for each inconsistent report');
};

const printTimes = (listed: readonly Listed[], started: number): void => {
  const waits = listed.map(({ uploadedAt, recordedAt }) => Date.parse(recordedAt) - Date.parse(uploadedAt));
  const last = Math.max(...listed.map(({ recordedAt }) => Date.parse(recordedAt)));
  const whole = (last - started) / 1000;
  console.log(`${(listed.length / whole).toFixed(0)} reports/s from the first put to the last record`);
  console.log(
    `put to record under load: median ${(median(waits) / 1000).toFixed(1)} s, 99th percentile ${(percentile(waits, 0.99) / 1000).toFixed(1)} s (they wait in the queue, and through the restart)`,
  );
};

const printQuiet = async (machine: MachineProcess, when: string, from: number): Promise<void> => {
  const times = await quietTimes(
    machine,
    Array.from({ length: QUIET }, (_, index) => from + index),
  );
  console.log(
    `put to record readable, one at a time, ${when}: median ${milliseconds(median(times))} ms, 99th percentile ${milliseconds(percentile(times, 0.99))} ms (${times.length} text reports)`,
  );
};

/**
 * The whole chain on one machine: every format, uploaded as fast as it goes, `kill -9` in the middle, a restart; then
 * shows that nothing is lost, doubled or left untold.
 */
export const benchSystem = async ({ reports: count }: { readonly reports: number }): Promise<void> => {
  assert.ok(
    count + 2 * QUIET <= MOST_REPORTS,
    `at most ${MOST_REPORTS - 2 * QUIET} reports have names of their own`,
  );
  const data = await mkdtemp(join(tmpdir(), 'gouji-bench-system-'));
  const webhook = await openWebhook();
  const make = await reportMaker();
  let recorded = 0;
  const start = (): Promise<MachineProcess> =>
    startProcess(data, webhook.url, (line) => {
      if (RECORDED.test(line)) recorded += 1;
    });
  let running: Promise<MachineProcess> = start();
  let put = 0;
  const show = (): void => console.error(`  put ${put}, recorded ${recorded}, told ${webhook.told.size}`);
  const shown = setInterval(show, 5000);
  try {
    await printQuiet(await running, 'just started', MOST_REPORTS - QUIET);
    recorded = 0;
    const made = new Map<string, MadeReport>();
    const started = Date.now();
    const clock = performance.now();
    await uploadAll({
      count,
      make,
      machine: () => running,
      onPut(report, so) {
        made.set(report.key, { ...report, bytes: new Uint8Array() });
        put = so;
        if (so !== Math.floor(count / 2)) return;
        console.log(`kill -9 after ${so} puts and ${recorded} records`);
        const killed = running;
        running = killed.then(async (machine) => {
          await machine.kill();
          return start();
        });
      },
    });
    console.log(`${count} reports put in ${seconds(clock)} s`);
    const machine = await running;
    const expected = [...made.values()].filter(({ verdict }) => verdict === 'inconsistent').length;
    await until(
      'records',
      // Lines that the kill cut off are missing for good; counting costs more than a look at a number.
      async () => recorded > count - CUT_OFF && (await countAll(machine.apiUrl)) >= count + QUIET,
      () => recorded,
    );
    await until(
      'alerts',
      async () => webhook.told.size >= expected,
      () => webhook.told.size,
    );
    // What comes too often comes a little later.
    await pause(3000);
    const listed = (await listAll(machine.apiUrl)).filter(({ name }) => made.has(name));
    holdAll(made, listed, webhook);
    assert.equal(await machine.deadLetters(), 0, 'no dead letters');
    printTimes(listed, started);
    const again = [...webhook.told.values()].filter(({ notices }) => notices > 1).length;
    await printQuiet(machine, 'after the load', MOST_REPORTS - 2 * QUIET);
    console.log(
      `${listed.length} records, none twice; ${webhook.told.size} inconsistent, each alerted once by its id (${again} told again by another notice after the kill); no dead letters`,
    );
  } finally {
    clearInterval(shown);
    await running.then((machine) => machine.stop());
    webhook.close();
    await rm(data, { recursive: true, force: true });
  }
};
