import { describeCause } from '../../../shared/checks/cause/describe.ts';
import { OTHER_SLIP, SLIP_KINDS } from '../../../shared/checks/cause/slips.ts';
import { check } from '../../../shared/checks/check.ts';
import type { Cause } from '../../../shared/checks/outcome.ts';
import { type Sketch, sketchReport } from '../../../shared/checks/sketch.ts';

const causeOf = (sketch: Sketch): Cause => {
  const cause = check(sketchReport(sketch)).findings.find((finding) => finding.cause)?.cause;
  if (!cause?.message) throw new Error('no cause with words');
  return cause;
};
const wordsOf = (sketch: Sketch) => causeOf(sketch).message ?? { zh: '', en: '' };

const REMEDIES = { 'remedies.reconsideration.upheld': 3, 'remedies.reconsideration.total': 5 };
/** One too many among seven outcomes: any of their rows may be the wrong one. */
const OUTCOMES = [
  'granted',
  'partiallyGranted',
  'refused.stateSecret',
  'refused.prohibitedByLaw',
  'refused.securityAndStability',
  'refused.thirdPartyRights',
  'refused.internalAffairs',
];
const ONE_TOO_MANY = Object.fromEntries(
  [
    ...OUTCOMES.map((row) => [row, 1] as const),
    ...(['received', 'closed'] as const).map((row) => [row, OUTCOMES.length - 1] as const),
  ].flatMap(([row, value]) =>
    [`requests.${row}.business`, `requests.${row}.total`].map((figure) => [figure, value]),
  ),
);

describe('a cause says', () => {
  test('that the one smallest repair is so', () => {
    const { zh, en } = wordsOf({
      figures: {
        'requests.received.naturalPerson': 4,
        'requests.received.total': 4,
        'requests.granted.naturalPerson': 4,
        'requests.granted.total': 4,
        'requests.closed.naturalPerson': 4,
        'requests.closed.total': 5,
      },
    });
    expect(zh).toContain('唯一的最小改法');
    expect(zh + en).not.toMatch(/可能|possibl/);
  });

  test('of several that are as small only what may be, and lists them with their number, once', () => {
    const { zh, en } = wordsOf({ figures: REMEDIES });
    expect(zh).toMatch(/可能应为 行政复议 结果维持 3→5/);
    expect(en).toMatch(/possibly 行政复议 结果维持 3→5/);
    expect(zh.match(/5 种/g)).toEqual(['5 种']);
    expect(zh.match(/→/g)).toHaveLength(5);
    expect(en.match(/→/g)).toHaveLength(5);
  });

  test('how many more there are than five', () => {
    const cause = causeOf({ figures: ONE_TOO_MANY });
    expect(cause.repairs.length).toBeGreaterThan(5);
    const rest = cause.repairs.length - 5;
    expect(cause.message?.zh).toContain(`，另有 ${rest} 种`);
    expect(cause.message?.en).toContain(`and ${rest} more`);
  });

  test('what the narrative says only where it tells the repairs apart', () => {
    const claim = (value: number) => [
      { metric: 'remedies.reconsideration', value, quote: `行政复议${value}件` },
    ];
    // 5 cases: the total is right, whichever of its four results is wrong.
    const shared = wordsOf({ figures: REMEDIES, claims: claim(5) });
    expect(shared.zh).toContain('“行政复议5件”与其中 4 种相符');
    expect(shared.en).toContain('agrees with 4 of them, the first included: “行政复议5件”');
    const alone = wordsOf({ figures: REMEDIES, claims: claim(3) });
    expect(alone.zh).toContain('正文“行政复议3件”与此相符');
  });
});

const changes = [{ figure: 'requests.closed.naturalPerson', from: 31, to: 57 }];
const repairOf = (slip: typeof OTHER_SLIP) => ({ changes, unique: true, slip, support: [] });

describe('a slip of no usual kind', () => {
  const repair = repairOf(OTHER_SLIP);

  test('is not said to look like anything', () => {
    expect(describeCause([repair], true, true)).toEqual({
      zh: '最小改法：三、（七）总计 自然人 31→57。只有这一种。',
      en: 'Smallest repair: 三、（七）总计 自然人 31→57. It is the only one.',
    });
  });

  test('tells how many repairs are as small', () => {
    const cell = '三、（七）总计 自然人 31→57';
    expect(describeCause([repair, repair, repair], false, true)).toEqual({
      zh: `最小改法：可能应为 ${cell}。最小改法不唯一，共 3 种，也可能是：${cell}，或 ${cell}。`,
      en: `Smallest repair: possibly ${cell}. The smallest repair is not unique: there are 3, possibly ${cell}, or ${cell}.`,
    });
    expect(describeCause([repair], false, false)).toEqual({
      zh: `最小改法：可能应为 ${cell}。不一定是唯一的最小改法。没有搜索到底。`,
      en: `Smallest repair: possibly ${cell}. There may be other repairs as small. Not searched to the end.`,
    });
  });
});

test('several cells are told apart, since the names of rows have 、 in them', () => {
  const two = { ...repairOf(OTHER_SLIP), changes: [...changes, { ...changes[0]!, from: null, to: 1 }] };
  const { zh, en } = describeCause([two], true, true);
  expect(zh).toContain('31→57；三、（七）总计 自然人 □→1。');
  expect(en).toContain('31→57; 三、（七）总计 自然人 □→1.');
});

test.each(SLIP_KINDS.map((slip) => [slip.kind, slip] as const))(
  '%s is named in a sentence of each language',
  (_kind, slip) => {
    const { zh, en } = describeCause([repairOf(slip)], true, true);
    expect(zh).toBe(`像是${slip.words.zh}：三、（七）总计 自然人 31→57。这是唯一的最小改法。`);
    // What follows "It looks like" is a noun, or a clause with a subject.
    expect(en).toMatch(
      /^It looks like (?:a|two|one|row|values|requests) \S.*: 三、（七）总计 自然人 31→57\. /,
    );
  },
);
