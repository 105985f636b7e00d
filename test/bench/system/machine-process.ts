import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { S3Client } from '@aws-sdk/client-s3';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Uploads at once; each has a connection of its own. */
export const WIDTH = 16;

export interface MachineProcess {
  readonly apiUrl: string;
  readonly bucket: string;
  readonly s3: S3Client;
  readonly deadLetters: () => Promise<number>;
  /** What `kill -9` does; resolves when the process is gone. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const endOf = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
};

/** `npm start` in a process of its own, once it serves; clients know it from the file that it writes for them. */
export const startProcess = async (
  data: string,
  webhook: string,
  onLine: (line: string) => void,
): Promise<MachineProcess> => {
  const args = ['--data', data, '--inbox', join(data, 'drop'), '--webhook', webhook, '--no-samples'];
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'local/main.ts', ...args, '--port', '0', '--s3-port', '0'],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const apiUrl = await new Promise<string>((resolve, reject) => {
    child.on('exit', (status, signal) => reject(new Error(`npm start ended early: ${status ?? signal}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /(http:\S+)\/reports$/.exec(line)?.[1];
      if (found) resolve(found);
      onLine(line);
    });
  });
  const file = readFileSync(join(data, 's3-client.env'), 'utf8');
  const given = new Map([...file.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
  const read = (name: string): string => given.get(name) ?? '';
  const common = {
    region: read('AWS_DEFAULT_REGION'),
    credentials: {
      accessKeyId: read('AWS_ACCESS_KEY_ID'),
      secretAccessKey: read('AWS_SECRET_ACCESS_KEY'),
    },
    maxAttempts: 1,
  };
  const s3 = new S3Client({
    ...common,
    endpoint: read('AWS_ENDPOINT_URL_S3'),
    forcePathStyle: true,
    requestHandler: { httpAgent: { keepAlive: true, maxSockets: WIDTH } },
  });
  const sqs = new SQSClient({ ...common, endpoint: read('AWS_ENDPOINT_URL') });
  const close = async (signal: NodeJS.Signals): Promise<void> => {
    await endOf(child, signal);
    s3.destroy();
    sqs.destroy();
  };
  return {
    apiUrl,
    bucket: read('GOUJI_BUCKET'),
    s3,
    async deadLetters() {
      const { Attributes } = await sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl: read('GOUJI_DEAD_LETTERS'),
          AttributeNames: ['ApproximateNumberOfMessages'],
        }),
      );
      return Number(Attributes?.ApproximateNumberOfMessages);
    },
    kill: () => close('SIGKILL'),
    stop: () => close('SIGTERM'),
  };
};
