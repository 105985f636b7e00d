import fc from 'fast-check';
import { compareUploads, type Precedence } from '../../shared/records/precedence.ts';
import { cases } from '../cases.ts';

const upload = (change: Partial<Precedence>): Precedence => ({
  key: 'uploads/a.txt',
  sequencer: '01',
  uploadedAt: '2025-01-20T08:00:00.000Z',
  version: 'a',
  ruleSet: 1,
  ...change,
});

const LATER = { uploadedAt: '2025-01-20T09:00:00.000Z' };

test.each([
  [
    'the greater sequencer of one object, even when its time is earlier',
    { sequencer: '02', version: 'b' },
    LATER,
  ],
  [
    'the greater sequencer, the shorter one padded with zeros on the right',
    { sequencer: '0065A0B1C2D3E4F6', version: 'b' },
    { sequencer: '0065A0B1C2D3E4F501' },
  ],
  ['the greater sequencer in either case of letters', { sequencer: '0b', version: 'b' }, { sequencer: '0A' }],
  [
    'the later one of two objects, whatever their sequencers',
    { key: 'b', version: 'b', ...LATER },
    { sequencer: 'FF' },
  ],
  ['the later one when work was queued by hand', { sequencer: undefined, version: 'b', ...LATER }, {}],
  ['the same upload under newer rules', { ruleSet: 2 }, {}],
  ['the same upload under newer rules, however it was delivered', { ruleSet: 2, sequencer: '00' }, LATER],
])('the newer one is %s', (_, newer, older) => {
  expect(compareUploads(upload(newer), upload(older))).toBeGreaterThan(0);
  expect(compareUploads(upload(older), upload(newer))).toBeLessThan(0);
});

test('an upload is not newer than itself', () => {
  expect(compareUploads(upload({}), upload({ uploadedAt: '2030-01-01T00:00:00.000Z' }))).toBe(0);
});

test('there is one newest of any uploads whose times do not contradict their sequencers', () => {
  const uploads = fc
    .array(fc.record({ object: fc.nat(2), pause: fc.nat(2) }), { minLength: 1, maxLength: 8 })
    .map((steps) => {
      let time = Date.UTC(2025, 0, 1);
      return steps.map(({ object, pause }, index) => {
        time += pause * 1000;
        return upload({
          key: `object ${object}`,
          sequencer: (index + 1).toString(16).padStart(4, '0'),
          uploadedAt: new Date(time).toISOString(),
          version: `v${index}`,
        });
      });
    });
  fc.assert(
    fc.property(uploads, fc.infiniteStream(fc.nat()), (all, random) => {
      const newest = (list: readonly Precedence[]) =>
        list.reduce((best, each) => (compareUploads(each, best) > 0 ? each : best));
      const shuffled = [...all].sort(() => (random.next().value % 2 === 0 ? 1 : -1));
      expect(newest(shuffled)).toBe(newest(all));
    }),
    cases(100),
  );
});
