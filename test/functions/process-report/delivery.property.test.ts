import { DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { versionOf } from '../../../shared/records/identity.ts';
import { storedRecordSchema } from '../../../shared/records/stored-record.ts';
import { agencyPartition, currentKey } from '../../../shared/records/table-keys.ts';
import { cases, manifold } from '../../cases.ts';
import type { Upload } from '../deliver.ts';
import { type Kind, reportOf } from '../reports.ts';
import { startTable, TABLE_NAME } from '../table.ts';
import { jostle, pauses } from './jostle.ts';
import { stage } from './stage.ts';

/** One version of one of a few objects, with the report it holds. */
interface Version {
  readonly upload: Required<Pick<Upload, 'key' | 'versionId' | 'sequencer' | 'eventTime'>>;
  readonly kind: Kind;
  readonly agency: number;
  readonly year: number;
  /** Versions of one draft hold the same bytes. */
  readonly draft: number;
}

const kind = fc.constantFrom<Kind>('consistent', 'inconsistent', 'inconsistent', 'rejected');

/** Histories of a few objects that hold reports of the same few agencies and years. */
const histories = fc
  .array(
    fc.record({
      object: fc.integer({ min: 0, max: 2 }),
      kind,
      agency: fc.constantFrom(0, 0, 0, 1),
      year: fc.constantFrom(2021, 2021, 2021, 2022),
      draft: fc.nat({ max: 2 }),
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((versions) =>
    versions.map<Version>(({ object, ...report }, index) => ({
      ...report,
      upload: {
        key: `object-${object}.txt`,
        versionId: `v${index}`,
        // Of different lengths: the shorter one is padded with zeros on the right.
        sequencer: `${(0x10 + index).toString(16).toUpperCase()}${'0'.repeat((7 - index) % 3)}1`,
        eventTime: new Date(Date.UTC(2025, 0, 1) + index * 1000).toISOString(),
      },
    })),
  );

const scenarios = histories.chain((versions) =>
  fc.record({
    versions: fc.constant(versions),
    // Each version once or more, in any order.
    deliveries: fc
      .array(fc.nat({ max: versions.length - 1 }), { maxLength: versions.length * 2 })
      .chain((repeats) =>
        fc.shuffledSubarray([...versions.keys(), ...repeats], {
          minLength: versions.length + repeats.length,
        }),
      ),
    workers: fc.integer({ min: 1, max: 4 }),
    // The n-th call of any service fails, before or after it took effect, or the bus refuses an entry.
    faults: fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 15 }),
    refusals: fc.uniqueArray(fc.nat({ max: 10 }), { maxLength: 4 }),
    pauses,
    deleted: fc.option(fc.nat({ max: versions.length - 1 }), { nil: undefined, freq: 4 }),
  }),
);

let table: Awaited<ReturnType<typeof startTable>>;
beforeAll(async () => {
  table = await startTable();
});
afterAll(() => table.stop());

let runs = 0;

test(
  'whatever happens to deliveries, records are single and newest, and alerts are neither lost nor invented',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        scenarios,
        async ({ versions, deliveries, workers, faults, refusals, pauses, deleted }) => {
          const run = ++runs;
          const agencyOf = (version: Version): string => `甲市第${run}号${version.agency}局`;
          const aside = jostle(pauses, workers);
          let calls = 0;
          let entries = 0;
          const failing = new Set(faults);
          const refusing = new Set(refusals);
          const fault = (call: string): void => {
            if (failing.has(calls++)) throw Object.assign(new Error(call), { name: 'ServiceUnavailable' });
          };
          const scene = stage(
            table,
            fault,
            () => (refusing.has(entries++) ? 'refused' : 'taken'),
            // Workers pass each other between any two calls of the table.
            async (call) => {
              await aside();
              fault(call);
            },
          );
          for (const [index, version] of versions.entries())
            if (index !== deleted)
              scene.put(
                { ...version.upload, key: `${run}/${version.upload.key}` },
                `${reportOf(version.kind, agencyOf(version), version.year)}\n第${version.draft}稿`,
              );

          // The queue: a message that failed comes back behind the others.
          const queue = [...deliveries];
          const worker = async (): Promise<void> => {
            for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
              await aside();
              const { upload } = versions[next]!;
              if (!(await scene.deliver({ ...upload, key: `${run}/${upload.key}` }))) queue.push(next);
            }
          };
          while (queue.length > 0) await Promise.all(Array.from({ length: workers }, worker));

          const client = DynamoDBDocumentClient.from(table.client);
          const alive = versions.filter((_, index) => index !== deleted);
          const reports = alive.filter((version) => version.kind !== 'rejected');
          const idOf = (version: Version): string =>
            versionOf({
              ...version.upload,
              bucket: 'uploads',
              key: `${run}/${version.upload.key}`,
              uploadedAt: version.upload.eventTime,
            });

          // Exactly one current record for each agency and year, and it is the newest.
          for (const agency of [0, 1])
            for (const year of [2021, 2022]) {
              const newest = reports.findLast(
                (version) => version.agency === agency && version.year === year,
              );
              const { Item } = await client.send(
                new GetCommand({
                  TableName: TABLE_NAME,
                  Key: { ...currentKey(`甲市第${run}号${agency}局`, year) },
                  ConsistentRead: true,
                }),
              );
              if (!newest) expect(Item).toBeUndefined();
              else expect(storedRecordSchema.parse(Item).version).toBe(idOf(newest));
            }

          // Every version is in the history once, and marked announced.
          for (const agency of [0, 1]) {
            const { Items = [] } = await client.send(
              new QueryCommand({
                TableName: TABLE_NAME,
                KeyConditionExpression: 'pk = :pk AND begins_with(sk, :version)',
                ExpressionAttributeValues: {
                  ':pk': agencyPartition(`甲市第${run}号${agency}局`),
                  ':version': 'version#',
                },
              }),
            );
            const expected = reports.filter((version) => version.agency === agency).map(idOf);
            expect(Items.map(({ version }) => version).sort()).toEqual(expected.sort());
            expect(Items.every(({ announcedAt }) => typeof announcedAt === 'string')).toBe(true);
          }

          // Every inconsistency and every rejection is announced, under one id, and nothing else is. The same bytes
          // uploaded again are the same news: one of them tells of it.
          const announced = (type: string): Map<string, Set<string>> => {
            const ids = new Map<string, Set<string>>();
            for (const event of scene.events)
              if (event.type === type)
                ids.set(event.data.version, (ids.get(event.data.version) ?? new Set()).add(event.id));
            return ids;
          };
          const versionsOf = (wanted: Kind): string[] =>
            alive
              .filter((version) => version.kind === wanted)
              .map(idOf)
              .sort();
          const inconsistent = announced('report.inconsistent.v1');
          const rejected = announced('report.rejected.v1');
          const told = new Set(inconsistent.keys());
          expect(versionsOf('inconsistent')).toEqual(expect.arrayContaining([...told]));
          const draftOf = ({ agency, year, draft }: Version) => `${agency} ${year} ${draft}`;
          const drafts = alive.filter((version) => version.kind === 'inconsistent');
          expect(new Set(drafts.filter((version) => told.has(idOf(version))).map(draftOf))).toEqual(
            new Set(drafts.map(draftOf)),
          );
          // At most one for each time that other contents came in between.
          for (const each of new Set(drafts.map(draftOf))) {
            const [first] = drafts.filter((version) => draftOf(version) === each);
            const same = reports
              .filter(({ agency, year }) => agency === first?.agency && year === first.year)
              .map((version) => version.kind === 'inconsistent' && draftOf(version) === each);
            const rows = same.filter((isSame, index) => isSame && !same[index - 1]);
            const tellers = drafts.filter((version) => draftOf(version) === each && told.has(idOf(version)));
            expect(tellers.length).toBeLessThanOrEqual(rows.length);
          }
          // Rejections are told of by object; at most once more for each upload of other contents to it.
          expect(versionsOf('rejected')).toEqual(expect.arrayContaining([...rejected.keys()]));
          const contentsOf = (version: Version) =>
            `${version.upload.key} ${version.kind} ${draftOf(version)}`;
          const bad = alive.filter((version) => version.kind === 'rejected');
          for (const each of new Set(bad.map(contentsOf))) {
            const copies = bad.filter((version) => contentsOf(version) === each);
            const key = copies[0]?.upload.key;
            const others = alive.filter(
              (version) => version.upload.key === key && contentsOf(version) !== each,
            );
            const tellers = copies.filter((version) => rejected.has(idOf(version)));
            expect(tellers.length).toBeGreaterThanOrEqual(1);
            expect(tellers.length).toBeLessThanOrEqual(1 + others.length);
          }
          for (const ids of [...inconsistent.values(), ...rejected.values()]) expect(ids.size).toBe(1);

          // What is said to be corrected adds up, and corrects an older version that did not.
          for (const event of scene.events) {
            if (event.type !== 'report.corrected.v1') continue;
            const corrected = event.data;
            const index = alive.findIndex((version) => idOf(version) === corrected.version);
            const before = alive.findIndex((version) => idOf(version) === corrected.corrects.version);
            expect(alive[index]?.kind).toBe('consistent');
            expect(alive[before]?.kind).toBe('inconsistent');
            expect(before).toBeLessThan(index);
          }
        },
      ),
      cases(8),
    );
  },
  120_000 * manifold,
);
