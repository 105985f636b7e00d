import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { agencyOf, clientOf, idsOf, reportOf, sample, startMachine } from './machine.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const KILLS = 3;
/** Every third report does not add up. */
const isWrong = (number: number): boolean => number % 3 === 0;

let data: string;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'gouji-kill-'));
});
afterAll(() => rm(data, { recursive: true, force: true }));

/** `npm start` in a process of its own, once its S3 endpoint is known. */
const startProcess = async (): Promise<{ child: ChildProcess; endpoint: string; bucket: string }> => {
  const args = ['--import', 'tsx', 'local/main.ts', '--data', data, '--inbox', join(data, 'drop')];
  const child = spawn(process.execPath, [...args, '--port', '0', '--s3-port', '0', '--no-samples'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const found = /S3 接口.*(http:\S+).*bucket (\S+)/.exec(line);
    if (found?.[1] && found[2]) {
      child.stdout?.resume();
      return { child, endpoint: found[1], bucket: found[2] };
    }
  }
  throw new Error('npm start ended early');
};

test('killed at any moment, it loses nothing that was acknowledged, and repeats itself under the same ids', async () => {
  const acknowledged = new Set<number>();
  let number = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const { child, endpoint, bucket } = await startProcess();
    const credentials = JSON.parse(await readFile(join(data, 'credentials.json'), 'utf8'));
    const s3 = clientOf({
      s3: { endpoint, bucket, region: 'us-east-1', credentialsFile: '', ...credentials },
    });
    const ended = once(child, 'exit');
    setTimeout(() => child.kill('SIGKILL'), 150 + Math.random() * 1500);
    const upload = async (): Promise<void> => {
      while (child.exitCode === null && child.signalCode === null) {
        number += 1;
        const own = number;
        const text = isWrong(own)
          ? (await sample('001_c76baea7d958f164.txt')).toString('utf8').replaceAll('镇海分局', `第${own}分局`)
          : await reportOf(own);
        try {
          await s3.send(new PutObjectCommand({ Bucket: bucket, Key: `${own}.txt`, Body: text }));
          acknowledged.add(own);
        } catch {
          return;
        }
      }
    };
    await Promise.all([upload(), upload(), upload()]);
    await ended;
    s3.destroy();
  }
  expect(acknowledged.size).toBeGreaterThan(0);

  const machine = await startMachine({ data });
  await machine.local.whenIdle();
  const records = new Map((await machine.records()).map((record) => [record.agency, record.verdict]));
  for (const own of acknowledged) {
    expect([own, records.get(agencyOf(own))]).toEqual([own, isWrong(own) ? 'inconsistent' : 'consistent']);
  }
  // One id for each inconsistent report, however often it was announced, and each alerted once.
  const wrong = [...records.values()].filter((verdict) => verdict === 'inconsistent').length;
  const ids = new Set(idsOf(await machine.events('report.inconsistent.v1')));
  expect(ids.size).toBe(wrong);
  expect((await machine.told()).sort()).toEqual([...ids].sort());
  expect(machine.errors).toEqual([]);
  await machine.stop();
}, 120_000);
