import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openQueues } from '../../../local/sqs/open-queues.ts';
import { QueueStore } from '../../../local/sqs/queue-store.ts';

let folder: string;
let store: QueueStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-queue-'));
  store = await QueueStore.open(folder);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const open = async (visibilityTimeout = 40) => {
  const queues = await openQueues(
    [
      { name: 'main', visibilityTimeout, delay: 0, deadLetters: { queue: 'dead', maxReceives: 2 } },
      { name: 'dead', visibilityTimeout, delay: 0 },
    ],
    store,
  );
  return { main: queues.get('main')!, dead: queues.get('dead')! };
};
const bodies = (messages: readonly { body: string }[]) => messages.map(({ body }) => body);

test('messages come in order, and are gone when they are deleted', async () => {
  const { main } = await open();
  await main.send([{ body: 'a' }, { body: 'b' }, { body: 'c' }]);
  const first = await main.receive(2);
  expect(bodies(first)).toEqual(['a', 'b']);
  for (const { receiptHandle } of first) await main.remove(receiptHandle);
  const [last] = await main.receive(10);
  await main.remove(last?.receiptHandle ?? '');
  expect(main.counts).toEqual({ ready: 0, inFlight: 0, delayed: 0 });
  expect(await store.list('main')).toEqual([]);
});

test('a message that is not deleted comes again, then goes to the dead letters', async () => {
  const { main, dead } = await open();
  await main.send([{ body: 'poison' }]);
  expect(await main.receive(1)).toMatchObject([{ receives: 1 }]);
  expect(await main.receive(1)).toEqual([]);
  expect(await main.receive(1, { wait: 1000 })).toMatchObject([{ receives: 2 }]);
  expect(await main.receive(1, { wait: 200 })).toEqual([]);
  expect(bodies(await dead.receive(1))).toEqual(['poison']);
});

test('visibility can be changed, by the last receiver alone', async () => {
  const { main } = await open(60_000);
  await main.send([{ body: 'a' }]);
  const [first] = await main.receive(1);
  main.changeVisibility(first?.receiptHandle ?? '', 0);
  const [second] = await main.receive(1, { wait: 1000 });
  expect(second?.receives).toBe(2);
  expect(() => main.changeVisibility(first?.receiptHandle ?? '', 0)).toThrow(/not in flight/);
  main.stop();
});

test('a long poll ends with the first message, or with its signal', async () => {
  const { main } = await open();
  const waiting = main.receive(1, { wait: 5000 });
  await main.send([{ body: 'a' }]);
  expect(bodies(await waiting)).toEqual(['a']);
  const stopping = new AbortController();
  const aborted = main.receive(1, { wait: 5000, signal: stopping.signal });
  stopping.abort();
  expect(await aborted).toEqual([]);
});

test('a restart makes everything visible again and remembers how often it was received', async () => {
  const { main } = await open(60_000);
  await main.send([{ body: 'in flight' }, { body: 'waiting' }]);
  await main.receive(1);
  main.stop();
  await store.close();
  store = await QueueStore.open(folder);
  const again = (await open(60_000)).main;
  const messages = await again.receive(10);
  expect(messages.map(({ body, receives }) => [body, receives])).toEqual([
    ['in flight', 2],
    ['waiting', 1],
  ]);
  again.stop();
});

test('a message may be delayed', async () => {
  const { main } = await open();
  await main.send([{ body: 'late' }], 30);
  expect(main.counts.delayed).toBe(1);
  expect(await main.receive(1)).toEqual([]);
  expect(bodies(await main.receive(1, { wait: 1000 }))).toEqual(['late']);
});

test('a message that a failing disk kept from being handed out, or moved, is not forgotten', async () => {
  const { main, dead } = await open();
  await main.send([{ body: 'a' }]);
  await dead.send([{ body: 'b' }]);
  await store.close();
  await expect(main.receive(1)).rejects.toThrow();
  await expect(dead.moveOne(main)).rejects.toThrow();
  const waiting = ({ counts }: typeof main) => counts.ready + counts.delayed;
  expect([waiting(main), waiting(dead)]).toEqual([1, 1]);
  main.stop();
  dead.stop();
  store = await QueueStore.open(folder);
});

test('what is sent while a queue is purged is either gone or handed out, and none lies unseen', async () => {
  const { main } = await open();
  await main.send(Array.from({ length: 50 }, (_, index) => ({ body: String(index) })));
  const purging = main.purge();
  for (let index = 0; index < 20; index++) await main.send([{ body: `later ${index}` }]);
  await purging;
  for (let got = await main.receive(10); got.length > 0; got = await main.receive(10)) {
    for (const { receiptHandle } of got) await main.remove(receiptHandle);
  }
  expect(await store.list('main')).toEqual([]);
});
