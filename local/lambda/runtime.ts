import { openSync, writeSync } from 'node:fs';
import { Writable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import type { Invocation, Reply, Startup } from './messages.ts';

/** Runs in a worker thread: loads a handler as Lambda does, then answers invocations one at a time. */
const { module, handler, functionName, arn, memory, log } = workerData as Startup;

/**
 * What the function prints goes straight to its file: the streams that a thread is given hand every line to the
 * main thread, at the cost of the requests that wait for both.
 */
const file = openSync(log, 'a', 0o600);
const printed = new Writable({
  write(bytes: Buffer, _, done) {
    try {
      writeSync(file, bytes);
    } catch {
      // A full disk must not end the work.
    }
    done();
  },
});
for (const name of ['stdout', 'stderr'] as const) Object.defineProperty(process, name, { value: printed });

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

const reply = (message: Reply): void => parentPort?.postMessage(message);

const describe = (error: unknown) =>
  error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack ?? '' }
    : { name: 'Error', message: String(error), stack: '' };

const contextOf = ({ id, deadline }: Invocation) => ({
  awsRequestId: id,
  functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: arn,
  memoryLimitInMB: String(memory),
  logGroupName: `/aws/lambda/${functionName}`,
  logStreamName: 'local',
  callbackWaitsForEmptyEventLoop: false,
  getRemainingTimeInMillis: () => deadline - Date.now(),
});

try {
  const run = ((await import(module)) as Record<string, Handler>)[handler];
  if (!run) throw new Error(`${module} does not export ${handler}`);
  parentPort?.on('message', (invocation: Invocation) => {
    const { id } = invocation;
    Promise.resolve()
      .then(() => run(JSON.parse(invocation.event), contextOf(invocation)))
      .then(
        (result) => reply({ id, result: JSON.stringify(result ?? null) }),
        (error: unknown) => reply({ id, error: describe(error) }),
      );
  });
} catch (error) {
  reply({ error: describe(error) });
}
