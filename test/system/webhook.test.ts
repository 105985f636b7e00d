import { type RobotAnswer, startRobot } from '../functions/notify/robot.ts';
import { agencyOf, idsOf, sample, startMachine } from './machine.ts';

let answer: () => RobotAnswer = () => ({});
let webhook: Awaited<ReturnType<typeof startRobot>>;
let machine: Awaited<ReturnType<typeof startMachine>>;
beforeAll(async () => {
  webhook = await startRobot(() => answer());
  machine = await startMachine({ samples: true, webhook: `http://127.0.0.1:${webhook.port}/alerts` });
}, 120_000);
afterAll(async () => {
  await machine.stop();
  await webhook.stop();
});

const posted = (): string[] => webhook.requests.flatMap(({ body }) => body.events?.map(({ id }) => id) ?? []);
const alerted = async (): Promise<string[]> => [
  ...new Set(idsOf(await machine.events('report.inconsistent.v1'))),
];

test('a webhook that is down for a while gets every alert once it is up, and holds up nobody', async () => {
  answer = () => ({ status: 500 });
  while ((await machine.told()).length < 2) await new Promise((done) => setTimeout(done, 20));
  answer = () => ({});
  await machine.local.whenIdle();
  const ids = await alerted();
  expect(ids).toHaveLength(2);
  const taken = webhook.requests.slice(-2).flatMap(({ body }) => body.events?.map(({ id }) => id));
  expect(taken.sort()).toEqual(ids.sort());
  expect(webhook.requests.at(-1)?.url.pathname).toBe('/alerts');
  expect((await machine.told()).sort()).toEqual(ids.sort());
}, 60_000);

test('a storm arrives whole, each report once, in digests or one by one', async () => {
  webhook.requests.splice(0);
  const before = new Set(await alerted());
  const wrong = (await sample('004_016fbde8dd5f1447.txt')).toString('utf8');
  await Promise.all(
    Array.from({ length: 40 }, (_, number) =>
      machine.put(`storm/${number}.txt`, wrong.replaceAll('温州市公安局鹿城区分局', agencyOf(number + 100))),
    ),
  );
  await machine.local.whenIdle();
  const ids = (await alerted()).filter((id) => !before.has(id));
  expect(ids).toHaveLength(40);
  expect(posted().sort()).toEqual(ids.sort());
  expect(webhook.requests.length).toBeLessThanOrEqual(40);
  expect(machine.local.deadLetters()).toBe(0);
}, 60_000);
