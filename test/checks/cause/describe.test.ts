import { describeCause } from '../../../shared/checks/cause/describe.ts';
import { OTHER_SLIP, SLIP_KINDS } from '../../../shared/checks/cause/slips.ts';

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
    expect(describeCause([repair, repair, repair], false, true)).toEqual({
      zh: '最小改法：三、（七）总计 自然人 31→57。同样小的改法共 3 种。',
      en: 'Smallest repair: 三、（七）总计 自然人 31→57. There are 3 repairs as small.',
    });
    expect(describeCause([repair], false, false)).toEqual({
      zh: '最小改法：三、（七）总计 自然人 31→57。还有同样小的改法。没有搜索到底。',
      en: 'Smallest repair: 三、（七）总计 自然人 31→57. Others are as small. Not searched to the end.',
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
