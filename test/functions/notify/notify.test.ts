import type { GoujiEvent } from '../../../shared/events/catalogue.ts';
import { batch, message } from '../deliver.ts';
import { reportOf } from '../reports.ts';
import { carrying, eventsFrom, inconsistent, rejected } from './events.ts';
import { type RobotAnswer, startRobot } from './robot.ts';
import { type StageOptions, stage } from './stage.ts';
import { startToldTable } from './told-table.ts';

let table: Awaited<ReturnType<typeof startToldTable>>;
let robot: Awaited<ReturnType<typeof startRobot>>;
let answer: () => RobotAnswer;
let many: GoujiEvent[];
beforeAll(async () => {
  table = await startToldTable();
  robot = await startRobot(() => answer());
  many = await Promise.all(Array.from({ length: 12 }, (_, number) => inconsistent(`第${number}局`)));
});
afterAll(async () => {
  await robot.stop();
  await table.stop();
});
beforeEach(() => {
  answer = () => ({});
  robot.requests.splice(0);
});

const staged = (more: Partial<StageOptions> = {}) => stage({ table: table.config, robot, ...more });
const told = (): string[] => robot.requests.flatMap(({ body }) => body.events?.map(({ id }) => id) ?? []);
const ids = (events: readonly GoujiEvent[]): string[] => events.map(({ id }) => id);

describe('a batch', () => {
  test('tells each report by itself, with a key by which a repeat is known', async () => {
    const events = [...many.slice(0, 2), await rejected('a.txt')];
    expect(await staged().deliver(events)).toEqual([]);
    expect(told().sort()).toEqual(ids(events).sort());
    for (const { headers, body } of robot.requests) expect(headers['idempotency-key']).toBe(body.id);
  });

  test('tells an event once that it carries twice', async () => {
    const { handler } = staged();
    const [event] = many;
    const answered = await handler(batch(carrying(event!, 'a'), carrying(event!, 'b')), {
      getRemainingTimeInMillis: () => 20_000,
    });
    expect(answered.batchItemFailures).toEqual([]);
    expect(told()).toEqual([event?.id]);
  });

  test('does not tell of records that are as they should be', async () => {
    const events = await eventsFrom(reportOf('consistent', '甲局', 2021), 'a.txt');
    expect(events.map(({ type }) => type)).toEqual(['report.recorded.v1']);
    expect(await staged().deliver(events)).toEqual([]);
    expect(told()).toEqual([]);
  });

  test('gives back a message that is no event, and tells the others', async () => {
    const { handler } = staged();
    const answered = await handler(batch(message('nonsense', 'bad'), carrying(many[0]!, 'good')), {
      getRemainingTimeInMillis: () => 20_000,
    });
    expect(answered.batchItemFailures).toEqual([{ itemIdentifier: 'bad' }]);
    expect(told()).toHaveLength(1);
  });

  test('gives back what there is no time for, and tells it next time', async () => {
    const { deliver } = staged();
    let left = 20_000;
    answer = () => {
      left = 3000;
      return {};
    };
    const context = { getRemainingTimeInMillis: () => left };
    const back = await deliver(many.slice(0, 3), context);
    expect(back).toHaveLength(2);
    expect(await deliver(many.slice(0, 3))).toEqual([]);
    expect(told().sort()).toEqual(ids(many.slice(0, 3)).sort());
  });

  test('is given back whole when the table cannot be asked', async () => {
    const { deliver } = staged({ table: { ...table.config, endpoint: 'http://127.0.0.1:9' } });
    expect((await deliver(many.slice(0, 2))).sort()).toEqual(ids(many.slice(0, 2)).sort());
    expect(told()).toEqual([]);
  });
});

describe('a storm', () => {
  test('becomes one digest above the threshold, and single messages at it', async () => {
    expect(await staged({ digestAbove: 11 }).deliver(many)).toEqual([]);
    expect(robot.requests).toHaveLength(1);
    expect(robot.requests[0]?.body.title).toContain('勾稽不符 12份');
    expect(told().sort()).toEqual(ids(many).sort());
    robot.requests.splice(0);
    expect(await staged({ digestAbove: 12 }).deliver(many)).toEqual([]);
    expect(robot.requests).toHaveLength(12);
  });

  test('counts only what was not told yet', async () => {
    const { deliver } = staged({ digestAbove: 10 });
    await deliver(many.slice(0, 3));
    robot.requests.splice(0);
    await deliver(many);
    expect(robot.requests).toHaveLength(9);
  });

  test('whose digest was refused is told by the same digest', async () => {
    const { deliver } = staged({ digestAbove: 5 });
    answer = () => ({ status: 500 });
    expect(await deliver(many)).toHaveLength(12);
    answer = () => ({});
    expect(await deliver(many.toReversed())).toEqual([]);
    const [refused, taken] = robot.requests;
    expect(taken?.body).toEqual(refused?.body);
    expect(await deliver(many)).toEqual([]);
    expect(robot.requests).toHaveLength(2);
  });
});

describe('channels', () => {
  test('remember for themselves: one that failed is caught up, and the other tells nothing again', async () => {
    const up = staged({ channel: 'up' });
    const down = staged({ channel: 'down', webhook: 'http://127.0.0.1:9/' });
    const events = many.slice(0, 2);
    expect(await up.deliver(events)).toEqual([]);
    expect(await down.deliver(events)).toHaveLength(2);
    expect(told()).toHaveLength(2);
    const again = staged({ channel: 'down' });
    expect(await again.deliver(events)).toEqual([]);
    expect(await up.deliver(events)).toEqual([]);
    expect(told()).toHaveLength(4);
  });

  test('two workers with the same events at the same time tell each once', async () => {
    const [first, second] = [staged({ channel: 'shared' }), staged({ channel: 'shared' })];
    const events = many.slice(0, 6);
    const backs = await Promise.all([first.deliver(events), second.deliver(events)]);
    expect(told().sort()).toEqual(ids(events).sort());
    // What the other had just then comes back, and is found told.
    for (const back of backs)
      expect(await first.deliver(events.filter(({ id }) => back.includes(id)))).toEqual([]);
    expect(told()).toHaveLength(6);
  });
});

test('what a crashed worker held is told by another when its time is over', async () => {
  let time = Date.UTC(2025, 0, 20);
  const now = () => time;
  let release = (): void => {};
  const crashed = new Promise<void>((done) => {
    release = done;
  });
  answer = () => {
    release();
    return { silent: 'forever' };
  };
  const dying = staged({ channel: 'crash', now });
  const [event] = many;
  void dying.deliver([event!]);
  await crashed;
  answer = () => ({});
  const other = staged({ channel: 'crash', now });
  expect(await other.deliver([event!])).toEqual([event?.id]);
  time += 20_001;
  expect(await other.deliver([event!])).toEqual([]);
  expect(await other.deliver([event!])).toEqual([]);
  expect(told()).toHaveLength(2);
});
