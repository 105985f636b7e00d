import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { versionOf } from '../../../shared/records/identity.ts';
import { storedRecordSchema } from '../../../shared/records/stored-record.ts';
import { currentKey } from '../../../shared/records/table-keys.ts';
import { cases, manifold } from '../../cases.ts';
import { carrying } from '../carrying.ts';
import { startTable, TABLE_NAME } from '../table.ts';
import { jostle, pauses } from './jostle.ts';
import { stage } from './stage.ts';

const YEARS = [2021, 2022, 2023] as const;

/** Uploads of one agency's neighbouring years, some of them replaced, each with what it carries over and forward. */
const scenarios = fc.record({
  uploads: fc.array(
    fc.record({
      year: fc.constantFrom(...YEARS),
      over: fc.constantFrom(0, 2),
      forward: fc.constantFrom(0, 2),
    }),
    { minLength: 2, maxLength: 5 },
  ),
  order: fc.infiniteStream(fc.nat()),
  workers: fc.integer({ min: 1, max: 3 }),
  faults: fc.uniqueArray(fc.nat({ max: 90 }), { maxLength: 6 }),
  pauses,
});

let table: Awaited<ReturnType<typeof startTable>>;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.stop());

let runs = 0;

test(
  'in whatever order years come, each ends up held against the newest record of the year before',
  async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, async ({ uploads, order, workers, faults, pauses }) => {
        const agency = `丁市第${++runs}局`;
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
        const versions = uploads.map((report, index) => ({
          ...report,
          upload: {
            key: `${runs}/${report.year}.txt`,
            versionId: `v${index}`,
            sequencer: String(index).padStart(2, '0'),
          },
        }));
        for (const { upload, ...report } of versions) scene.put(upload, carrying({ agency, ...report }));

        const queue = [...versions].sort(() => order.next().value % 2 || -1);
        const worker = async (): Promise<void> => {
          for (let next = queue.shift(); next; next = queue.shift())
            if (!(await scene.deliver(next.upload))) queue.push(next);
        };
        while (queue.length > 0) await Promise.all(Array.from({ length: workers }, worker));

        const ids = versions.map(({ upload }) => versionOf({ ...upload, bucket: 'uploads', uploadedAt: '' }));
        const indexOf = (version: string): number => ids.indexOf(version);
        const newest = (year: number) => versions.findLast((version) => version.year === year);
        for (const year of YEARS) {
          const [own, before] = [newest(year), newest(year - 1)];
          if (!own) continue;
          const { Item } = await DynamoDBDocumentClient.from(table.client).send(
            new GetCommand({
              TableName: TABLE_NAME,
              Key: { ...currentKey(agency, year) },
              ConsistentRead: true,
            }),
          );
          const record = storedRecordSchema.parse(Item);
          const fits = !before || before.forward === own.over;
          expect([year, record.object.versionId, record.verdict]).toEqual([
            year,
            own.upload.versionId,
            fits ? 'consistent' : 'inconsistent',
          ]);

          // Whoever follows the events knows the verdict that stands. Its errors were told of this upload, or of an
          // earlier one of the same bytes if nothing else stood in between.
          const told = scene.events.flatMap(({ type, data }) =>
            'year' in data && data.year === year ? [{ type, data, from: indexOf(data.version) }] : [],
          );
          const same = ({ from }: { from: number }): boolean =>
            versions[from]?.over === own.over && versions[from]?.forward === own.forward;
          const others = told.filter((event) => event.data.current && !same(event)).map(({ from }) => from);
          const alerts = told.filter(({ type }) => type === 'report.inconsistent.v1');
          const alerted = new Set(
            alerts
              .filter((event) => same(event) && event.from > Math.max(-1, ...others))
              .flatMap(({ data }) => ('findings' in data ? data.findings : []))
              .map(({ fingerprint }) => fingerprint),
          );
          const errors = record.findings
            .filter(({ severity }) => severity === 'error')
            .map(({ fingerprint }) => fingerprint);
          expect(errors.filter((fingerprint) => !alerted.has(fingerprint))).toEqual([]);

          // What stood and did not fit was corrected if what stands now does.
          const corrected = told.flatMap(({ data }) =>
            'corrects' in data ? indexOf(data.corrects.version) : [],
          );
          const stood = alerts.filter(({ data }) => data.current).map(({ from }) => from);
          if (fits) expect(stood.filter((from) => !corrected.some((index) => index >= from))).toEqual([]);
        }
      }),
      cases(8),
    );
  },
  120_000 * manifold,
);
