import { matches } from '../../../local/events/pattern.ts';

const event = {
  source: 'gouji',
  'detail-type': 'report.inconsistent.v1',
  resources: ['a', 'b'],
  detail: {
    data: { verdict: 'inconsistent', counts: { error: 5 }, object: { key: 'reports/2021.docx' } },
    note: null,
  },
};

test.each([
  [{ source: ['gouji'] }, true],
  [{ source: ['other', 'gouji'], 'detail-type': ['report.inconsistent.v1'] }, true],
  [{ source: ['other'] }, false],
  [{ 'detail-type': [{ prefix: 'report.' }] }, true],
  [{ 'detail-type': [{ prefix: 'Report.' }] }, false],
  [{ 'detail-type': [{ prefix: { 'equals-ignore-case': 'REPORT' } }] }, true],
  [{ detail: { data: { object: { key: [{ suffix: '.docx' }] } } } }, true],
  [{ detail: { data: { object: { key: [{ wildcard: 'reports/*.doc*' }] } } } }, true],
  [{ detail: { data: { object: { key: [{ wildcard: '*.pdf' }] } } } }, false],
  [{ detail: { data: { verdict: [{ 'anything-but': ['consistent', 'incomplete'] }] } } }, true],
  [{ detail: { data: { verdict: [{ 'anything-but': 'inconsistent' }] } } }, false],
  [{ detail: { data: { verdict: [{ 'anything-but': { prefix: 'in' } }] } } }, false],
  [{ detail: { data: { counts: { error: [{ numeric: ['>', 0, '<=', 5] }] } } } }, true],
  [{ detail: { data: { counts: { error: [{ numeric: ['=', 4] }] } } } }, false],
  [{ detail: { data: { counts: { warning: [{ exists: false }] } } } }, true],
  [{ detail: { data: { counts: { error: [{ exists: false }] } } } }, false],
  [{ detail: { absent: { deep: [{ exists: true }] } } }, false],
  [{ detail: { note: [null] } }, true],
  [{ resources: ['b', 'c'] }, true],
  [{ resources: ['c'] }, false],
  [{ $or: [{ source: ['other'] }, { 'detail-type': [{ suffix: '.v1' }] }] }, true],
  [{ 'detail-type': [{ 'equals-ignore-case': 'REPORT.INCONSISTENT.V1' }] }, true],
  [{ detail: { data: { missing: ['x'] } } }, false],
])('the pattern %j fits: %s', (pattern, expected) => {
  expect(matches(pattern, event)).toBe(expected);
});

test('an operator that is not known is refused aloud, not taken as a mismatch', () => {
  expect(() => matches({ source: [{ cidr: '10.0.0.0/8' }] }, event)).toThrow(/cidr/);
});
