import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import fc from 'fast-check';
import type { GoujiEvent } from '../../../shared/events/catalogue.ts';
import { cases, manifold } from '../../cases.ts';
import { inconsistent } from './events.ts';
import { type RobotAnswer, startRobot } from './robot.ts';
import { stage } from './stage.ts';
import { startToldTable } from './told-table.ts';

const EVENTS = 5;
/** Longer than a worker may hold an event. */
const VISIBILITY = 150_000;

/** What becomes of one call of the table, or of one post to the robot. */
type Fault = 'none' | 'fails' | 'fails after' | 'crashes' | 'crashes after';

const fault = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Fault>('none') },
  { weight: 4, arbitrary: fc.constantFrom<Fault>('fails', 'fails after', 'crashes', 'crashes after') },
);

const scenarios = fc.record({
  // Rounds of deliveries at the same time: each a batch of some of the events, with repeats.
  rounds: fc.array(
    fc.array(fc.array(fc.nat({ max: EVENTS - 1 }), { minLength: 1, maxLength: EVENTS }), {
      minLength: 1,
      maxLength: 3,
    }),
    { minLength: 1, maxLength: 4 },
  ),
  onTable: fc.array(fault, { maxLength: 25 }),
  onRobot: fc.array(fault, { maxLength: 8 }),
  digestAbove: fc.constantFrom(1, 2, 10),
});

const forever = (): Promise<never> => new Promise(() => {});

let table: Awaited<ReturnType<typeof startToldTable>>;
let events: GoujiEvent[];
beforeAll(async () => {
  table = await startToldTable();
  events = await Promise.all(Array.from({ length: EVENTS }, (_, number) => inconsistent(`第${number}局`)));
});
afterAll(() => table.stop());

/** Calls of the table that fail or never come back, before or after they took effect. */
const faulty = (config: DynamoDBClientConfig, next: () => Fault, crash: () => void): DynamoDBClientConfig => {
  const inner = new NodeHttpHandler();
  const die = (): Promise<never> => {
    crash();
    return forever();
  };
  return {
    ...config,
    requestHandler: {
      metadata: inner.metadata,
      destroy: () => inner.destroy(),
      async handle(request: never, options: never) {
        const what = next();
        if (what === 'fails') throw new Error('throttled');
        if (what === 'crashes') return die();
        const answer = await inner.handle(request, options);
        if (what === 'fails after') throw new Error('timed out');
        return what === 'crashes after' ? die() : answer;
      },
    } as never,
  };
};

test(
  'whatever is repeated, fails or crashes, every event is told, and no oftener than could not be known',
  async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(scenarios, async ({ rounds, onTable, onRobot, digestAbove }) => {
        run += 1;
        let time = Date.UTC(2025, 0, 20);
        /** How often each event was told; how often, after that, the worker could not remember it. */
        const told = new Map<string, number>();
        const robotFaults = [...onRobot];
        const tableFaults = [...onTable];
        let unknown = tableFaults.filter((each) => each !== 'none').length;
        /** Ends a worker, by the path that it posts to. */
        const crashes = new Map<string, () => void>();
        const robot = await startRobot(({ body, url }): RobotAnswer => {
          const crash = (): void => crashes.get(url.pathname)?.();
          const what = robotFaults.shift() ?? 'none';
          if (what === 'fails') return { status: 500 };
          if (what === 'crashes') {
            crash();
            return { silent: 'forever' };
          }
          for (const { id } of body.events ?? []) told.set(id, (told.get(id) ?? 0) + 1);
          if (what === 'none') return {};
          unknown += 1;
          if (what === 'crashes after') crash();
          return { silent: what === 'crashes after' ? 'forever' : 'broken' };
        });
        try {
          const deliver = async (batch: readonly GoujiEvent[]): Promise<string[]> => {
            let died = (): void => {};
            const crashed = new Promise<string[]>((done) => {
              died = () => done(batch.map(({ id }) => id));
            });
            const path = `/${crashes.size}`;
            crashes.set(path, died);
            const worker = stage({
              table: faulty(table.config, () => tableFaults.shift() ?? 'none', died),
              robot,
              webhook: `http://127.0.0.1:${robot.port}${path}`,
              channel: `run-${run}`,
              digestAbove,
              now: () => time,
            });
            return Promise.race([worker.deliver(batch), crashed]);
          };

          const waiting = new Set<string>();
          for (const round of rounds) {
            const batches = round.map((indexes) => indexes.map((index) => events[index]!));
            const backs = await Promise.all(batches.map(deliver));
            batches.forEach((batch, index) => {
              for (const { id } of batch) {
                // What was acknowledged was told.
                if (!backs[index]?.includes(id)) expect(told.get(id) ?? 0).toBeGreaterThan(0);
                else waiting.add(id);
              }
            });
            time += VISIBILITY;
          }
          robotFaults.splice(0);
          tableFaults.splice(0);
          const left = events.filter(({ id }) => waiting.has(id));
          expect(await deliver(left)).toEqual([]);
          for (const { id } of left) expect(told.get(id)).toBeGreaterThan(0);
          const before = new Map(told);
          time += VISIBILITY;
          await deliver(left);
          const oftener = [...before.values()].reduce((sum, times) => sum + times - 1, 0);
          if (unknown === 0) expect(oftener).toBe(0);
          if (unknown === 0) expect(told).toEqual(before);
          // One worker that could not remember a digest may tell each of its events once more.
          expect(oftener).toBeLessThanOrEqual(unknown * EVENTS);
        } finally {
          await robot.stop();
        }
      }),
      cases(25),
    );
  },
  60_000 * manifold,
);
