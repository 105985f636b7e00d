import fc from 'fast-check';
import { objectId, recordAgency, recordYear, versionOf, yearSegment } from '../../shared/records/identity.ts';
import type { ObjectVersion } from '../../shared/records/object-version.ts';
import { cases } from '../cases.ts';

const OBJECT: ObjectVersion = {
  bucket: 'uploads',
  key: 'a.txt',
  versionId: 'v1',
  uploadedAt: '2025-01-20T08:00:00.000Z',
};

const agency = (stated: string | null, object = OBJECT): string => recordAgency({ agency: stated }, object);

describe('a version is named', () => {
  test('the same by every delivery, whenever it comes and whatever its sequencer', () => {
    const again = { ...OBJECT, uploadedAt: '2026-01-01T00:00:00.000Z', sequencer: 'FF', eTag: 'e', size: 1 };
    expect(versionOf(again)).toBe(versionOf(OBJECT));
  });

  test.each([{ bucket: 'other' }, { key: 'b.txt' }, { versionId: 'v2' }])(
    'otherwise for another %p',
    (change) => {
      expect(versionOf({ ...OBJECT, ...change })).not.toBe(versionOf(OBJECT));
    },
  );

  test('by its content where the bucket keeps no versions', () => {
    const { versionId: _, ...plain } = OBJECT;
    expect(versionOf({ ...plain, eTag: 'one' })).not.toBe(versionOf({ ...plain, eTag: 'two' }));
    expect(versionOf({ ...plain, sequencer: '01' })).not.toBe(versionOf({ ...plain, sequencer: '02' }));
  });
});

describe('a report is kept under', () => {
  test('the agency that it states', () => {
    expect(agency(' 温州市公安局鹿城区分局\u200b ')).toBe('温州市公安局鹿城区分局');
  });

  test('its object when it states none, so that another one does not displace it', () => {
    expect(agency(null)).toMatch(/^未署名-[0-9a-f]{8}$/);
    expect(agency('  ')).toBe(agency(null));
    expect(agency(null, { ...OBJECT, key: 'b.txt' })).not.toBe(agency(null));
    expect(agency(null, { ...OBJECT, versionId: 'v2' })).toBe(agency(null));
  });

  test('a name of bounded length that still tells two long names apart', () => {
    const long = '局'.repeat(5000);
    expect([...agency(long)].length).toBeLessThan(120);
    expect(agency(`${long}甲`)).not.toBe(agency(`${long}乙`));
  });

  test('a name that is one segment of a path, whatever a document states', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (stated) => {
        const name = agency(stated);
        expect(name).not.toMatch(/[/#\p{Cc}]/u);
        expect(decodeURIComponent(encodeURIComponent(name))).toBe(name);
        expect(name).not.toBe('');
      }),
      cases(100),
    );
  });

  test('its year, or under none', () => {
    expect([2021, null, 20211, 2021.5].map((year) => yearSegment(recordYear({ year })))).toEqual([
      '2021',
      'undated',
      'undated',
      'undated',
    ]);
  });
});

test('an object has one id, whatever its version', () => {
  expect(objectId({ ...OBJECT, versionId: 'v2' } as ObjectVersion)).toBe(objectId(OBJECT));
});
