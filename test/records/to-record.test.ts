import { readdirSync, readFileSync } from 'node:fs';
import type { Examination } from '../../shared/checks/examination.ts';
import { examine } from '../../shared/checks/examine.ts';
import type { Finding } from '../../shared/checks/outcome.ts';
import { basisOf } from '../../shared/records/check-identity.ts';
import { asDisplaced } from '../../shared/records/displaced-by.ts';
import { errorsOf } from '../../shared/records/errors-of.ts';
import { fingerprint } from '../../shared/records/fingerprint.ts';
import type { ObjectVersion } from '../../shared/records/object-version.ts';
import { storedRecordSchema } from '../../shared/records/stored-record.ts';
import { toCurrentItem, toObjectItem } from '../../shared/records/table-items.ts';
import { toRecord } from '../../shared/records/to-record.ts';

/** Amazon S3 allows keys of 1,024 bytes. */
const OBJECT: ObjectVersion = {
  bucket: 'uploads',
  key: '报'.repeat(341),
  versionId: 'v'.repeat(100),
  sequencer: '0055AED6DCD90281E5',
  uploadedAt: '2025-01-20T08:00:00.000Z',
};
const NOW = '2025-01-20T08:00:01.000Z';
const LIMIT = 16 * 1024;

const sizeOf = (item: object): number => Buffer.byteLength(JSON.stringify(item));

test('every sample report becomes a record that its own schema takes, and an item under 16 kB', async () => {
  const names = readdirSync('test/reports').filter((name) => /\.(txt|html|md|docx)$/.test(name));
  for (const name of names) {
    const record = toRecord(await examine(readFileSync(`test/reports/${name}`), name), OBJECT, 1, NOW);
    expect(storedRecordSchema.parse(record)).toEqual(record);
    const item = record.agency === undefined ? toObjectItem(record) : toCurrentItem(record);
    expect(sizeOf(item)).toBeLessThan(LIMIT);
  }
});

const finding = (index: number, text: string): Finding => ({
  rule: 'requests/row-total',
  subject: `row${index}`,
  severity: index % 2 ? 'warning' : 'error',
  message: { zh: text, en: text },
  operands: [],
  cause: {
    id: `cause-${index}`,
    kind: 'digit-mistyped',
    unique: true,
    repairs: [[{ figure: `requests.received.total`, from: 0, to: index }]],
    message: { zh: text, en: text },
  },
});

test('thousands of findings with endless messages still give an item under 16 kB, errors first, all counted', async () => {
  const examination: Examination = {
    source: { name: '名'.repeat(5000), format: 'text', bytes: 1, sha256: 'a'.repeat(64) },
    verdict: 'inconsistent',
    report: {
      agency: '局'.repeat(5000),
      year: 2021,
      template: '2021',
      templates: { disclosure: '2021', requests: '2021' },
      header: { years: [] },
      figures: {},
      claims: [],
      sections: [],
    },
    outcomes: [],
    findings: Array.from({ length: 4000 }, (_, index) => finding(index, '字'.repeat(3000))),
  };
  const record = toRecord(examination, OBJECT, 1, NOW);
  expect(sizeOf(toCurrentItem(record))).toBeLessThan(LIMIT);
  expect(record.counts.findings).toEqual({ error: 2000, warning: 2000, info: 0 });
  expect(record.findings[0]?.severity).toBe('error');
  expect(record.findings.length).toBeGreaterThan(2);

  // Nor with all that is noted of it later: what it was held against, and what it displaced.
  const before = toRecord(
    await examine(readFileSync('test/reports/f4-distinct-2021.docx'), ''),
    OBJECT,
    1,
    NOW,
  );
  const again = toRecord(examination, OBJECT, 1, NOW, { recheck: true, basis: basisOf(before) });
  for (const displaced of [before, record]) {
    const item = { ...toCurrentItem({ ...again, displaced: asDisplaced(displaced) }), announcedAt: NOW };
    expect(sizeOf(item)).toBeLessThan(LIMIT);
  }
});

test('a record names every error of a report in which nearly every row and column fails', async () => {
  const examination = await examine(readFileSync('test/reports/f4-distinct-2021.docx'), '');
  const record = toRecord(examination, OBJECT, 1, NOW);
  const errors = examination.findings.filter(({ severity }) => severity === 'error');
  expect(record.findings.length).toBeLessThan(errors.length);
  expect(errorsOf(record).map(({ fingerprint }) => fingerprint)).toEqual(errors.map(fingerprint));
});

test('what is cut to fit is never cut within a character', () => {
  for (const before of [297, 298, 299]) {
    // Outside the basic plane, as rare characters of names are: two halves in UTF-16.
    const name = `${'名'.repeat(before)}𠮷𠮷𠮷`;
    const { source } = toRecord(
      { source: { name, bytes: 1, sha256: '' }, verdict: 'rejected', outcomes: [], findings: [] },
      OBJECT,
      1,
      NOW,
    );
    expect(source.name.length).toBeLessThanOrEqual(300);
    expect(Buffer.from(source.name).toString()).toBe(source.name);
  }
});
