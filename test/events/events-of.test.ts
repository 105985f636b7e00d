import { readFileSync } from 'node:fs';
import { examine } from '../../shared/checks/examine.ts';
import { eventsOf } from '../../shared/events/events-of.ts';
import type { ObjectVersion } from '../../shared/records/object-version.ts';
import { toRecord } from '../../shared/records/to-record.ts';

const OBJECT: ObjectVersion = {
  bucket: 'uploads',
  key: '2019/镇海.txt',
  versionId: 'v1',
  sequencer: '0A',
  uploadedAt: '2025-01-20T08:00:00.000Z',
};

const recordOf = async (name: string, object = OBJECT, ruleSet = 1) =>
  toRecord(
    await examine(readFileSync(`test/reports/${name}`), name),
    object,
    ruleSet,
    '2025-01-20T08:00:01.000Z',
  );

const API = 'https://api.example.cn';
const INCONSISTENT = '001_c76baea7d958f164.txt';
const CONSISTENT = '002_0bce9a6b48843d2b.txt';

test('the same work gives the same ids, other work gives others', async () => {
  const idsOf = async (object: ObjectVersion, ruleSet: number) =>
    eventsOf(await recordOf(INCONSISTENT, object, ruleSet), { current: true }, API).map(({ id }) => id);
  const first = await idsOf(OBJECT, 1);
  expect(await idsOf(OBJECT, 1)).toEqual(first);
  expect(await idsOf({ ...OBJECT, uploadedAt: '2025-02-01T00:00:00.000Z', sequencer: 'FF' }, 1)).toEqual(
    first,
  );
  const others = [...(await idsOf({ ...OBJECT, versionId: 'v2' }, 1)), ...(await idsOf(OBJECT, 2))];
  expect(others.filter((id) => first.includes(id))).toEqual([]);
  expect(new Set(first).size).toBe(2);
});

test('an alert names the row, the column, and the printed and the likely number', async () => {
  const [, alert] = eventsOf(await recordOf(INCONSISTENT), { current: true }, API);
  expect(alert).toMatchObject({
    specversion: '1.0',
    source: 'gouji',
    type: 'report.inconsistent.v1',
    subject: `reports/${encodeURIComponent('宁波市公安局镇海分局')}/2019`,
    data: {
      agency: '宁波市公安局镇海分局',
      year: 2019,
      counts: { error: 5 },
      causes: [
        {
          unique: true,
          repair: [
            { row: '三、（七）总计', column: '自然人', from: 0, to: 1 },
            { row: '三、（七）总计', column: '商业企业', from: 0, to: 1 },
          ],
        },
      ],
    },
  });
});

test('an alert is silent when every error was dismissed, and leaves out the one that was', async () => {
  const record = await recordOf(INCONSISTENT);
  const all = new Set(record.findings.map(({ fingerprint }) => fingerprint));
  const typesWith = (dismissed: ReadonlySet<string>) =>
    eventsOf(record, { current: true, dismissed }, API).map(({ type }) => type);
  expect(typesWith(all)).toEqual(['report.recorded.v1']);
  const [one = ''] = all;
  const [, alert] = eventsOf(record, { current: true, dismissed: new Set([one]) }, API);
  expect(JSON.stringify(alert)).not.toContain(one);
});

test('an alert counts what is open, and leaves out a cause when all that it explains was dismissed', async () => {
  // Each of the last three causes explains one error, for which the record has no words left.
  const record = await recordOf('f4-distinct-2021.docx');
  const explained = record.moreErrors?.filter(({ cause }) => cause === 'cause-2') ?? [];
  expect(explained).toHaveLength(1);
  const dismissed = new Set(explained.map(({ fingerprint }) => fingerprint));
  const [first] = record.findings;
  dismissed.add(first?.fingerprint ?? '');
  const [recorded, alert] = eventsOf(record, { current: true, dismissed }, API);
  expect(recorded?.data).toMatchObject({ counts: { error: 42 } });
  if (alert?.type !== 'report.inconsistent.v1') throw new Error('no alert');
  expect(alert.data.counts.error).toBe(40);
  // Others that the first cause explains are still open.
  expect(alert.data.causes.map(({ id }) => id)).toEqual(['cause-1', 'cause-3', 'cause-4']);
});

test('a report that adds up corrects the one before only when that one did not', async () => {
  const record = await recordOf(CONSISTENT);
  const after = (verdict: 'inconsistent' | 'incomplete') =>
    eventsOf(record, { current: true, displaced: { version: 'v', ruleSet: 1, verdict } }, API).map(
      ({ type }) => type,
    );
  expect(after('inconsistent')).toEqual(['report.recorded.v1', 'report.corrected.v1']);
  expect(after('incomplete')).toEqual(['report.recorded.v1']);
});

test('no event carries more than some 16 kB, however many findings there are', async () => {
  const record = await recordOf(INCONSISTENT);
  for (const event of eventsOf(record, { current: true }, API))
    expect(Buffer.byteLength(JSON.stringify(event))).toBeLessThan(16_384);
});
