import fc from 'fast-check';
import { versionOf } from '../../../shared/records/identity.ts';
import { cases, manifold } from '../../cases.ts';
import { reportOf } from '../reports.ts';
import { startTable } from '../table.ts';
import { jostle, pauses } from './jostle.ts';
import { stage } from './stage.ts';

/** Copies of a few reports of one agency and year, uploaded under one key or several, a report's copies in a row. */
const scenarios = fc.record({
  drafts: fc.array(
    fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 4 }).map((keys) => ({ keys })),
    { minLength: 1, maxLength: 2 },
  ),
  order: fc.infiniteStream(fc.nat()),
  workers: fc.integer({ min: 1, max: 4 }),
  faults: fc.uniqueArray(fc.nat({ max: 80 }), { maxLength: 6 }),
  pauses,
});

let table: Awaited<ReturnType<typeof startTable>>;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.stop());

let runs = 0;

test(
  'however many copies of a report are uploaded at the same moment, exactly one of them raises the alert',
  async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, async ({ drafts, order, workers, faults, pauses }) => {
        const agency = `戊市第${++runs}局`;
        const aside = jostle(pauses, workers);
        let calls = 0;
        const failing = new Set(faults);
        const fault = (call: string): void => {
          if (failing.has(calls++)) throw Object.assign(new Error(call), { name: 'ServiceUnavailable' });
        };
        const scene = stage(table, fault, undefined, async (call) => {
          await aside();
          fault(call);
        });
        const copies = drafts
          .flatMap(({ keys }, draft) => keys.map((key) => ({ key, draft })))
          .map(({ key, draft }, index) => ({
            draft,
            upload: {
              key: `${runs}/${key}.txt`,
              versionId: `v${index}`,
              sequencer: String(index).padStart(2, '0'),
              eventTime: new Date(Date.UTC(2025, 0, 1) + index * 1000).toISOString(),
            },
          }));
        for (const { upload, draft } of copies)
          scene.put(upload, `${reportOf('inconsistent', agency, 2021)}\n第${draft}稿`);

        const queue = copies.map(({ upload }) => upload).sort(() => (order.next().value % 2 ? 1 : -1));
        const worker = async (): Promise<void> => {
          for (let next = queue.shift(); next; next = queue.shift())
            if (!(await scene.deliver(next))) queue.push(next);
        };
        while (queue.length > 0) await Promise.all(Array.from({ length: workers }, worker));

        const alerting = new Set(
          scene.events
            .filter(({ type }) => type === 'report.inconsistent.v1')
            .map(({ data }) => data.version),
        );
        const alertsOf = drafts.map(
          (_, wanted) =>
            copies.filter(
              ({ draft, upload }) =>
                draft === wanted && alerting.has(versionOf({ ...upload, bucket: 'uploads', uploadedAt: '' })),
            ).length,
        );
        expect(alertsOf).toEqual(drafts.map(() => 1));
      }),
      cases(10),
    );
  },
  120_000 * manifold,
);
