import { contextOf } from '../../../shared/checks/context.ts';
import { narrativeBreakdown } from '../../../shared/checks/narrative/breakdown.ts';
import type { Judgement } from '../../../shared/checks/rule.ts';
import { sketchReport } from '../../../shared/checks/sketch.ts';
import { claimsIn } from '../../report/claims/said.ts';

/** The rule's judgement of a report whose narrative is this text. */
const judge = (text: string, subject = 'requests.closed'): Judgement => {
  const report = { ...sketchReport({}), claims: claimsIn(text) };
  return narrativeBreakdown.judge(report, subject, contextOf(report));
};

const CLOSED = '收到政府信息公开申请20件，办结20件。其中，';

describe('parts of a part are not summed with it', () => {
  test.each([
    '予以公开或部分公开10件（予以公开8件，部分公开2件），不予公开5件，无法提供5件。',
    '予以公开或部分公开10件（其中：予以公开8件、部分公开2件）、不予公开5件、无法提供5件。',
    '予以公开8件，部分公开2件，予以公开及部分公开共10件，不予公开5件，无法提供5件。',
    '予以公开或部分公开10件，其中部分公开2件；不予公开5件，无法提供5件。',
    '予以公开10件（其中部分公开2件），不予公开5件，无法提供5件。',
    '予以公开10件，不予公开5件（其中不予处理1件），无法提供5件。',
  ])('%s', (text) => {
    expect(judge(CLOSED + text)).toMatchObject({ outcome: 'pass' });
  });

  test('nor applicants of an outcome with those of all requests', () => {
    const text =
      '收到政府信息公开申请20件，其中自然人15件（予以公开8件），商业企业5件，予以公开10件（自然人9件，其他组织4件）。';
    expect(judge(text, 'requests.received')).toMatchObject({ outcome: 'pass' });
  });

  test('nor one result with the cases within another', () => {
    const text = '政府信息公开行政复议8件，其中维持5件（含其他结果2件），尚未审结3件。';
    expect(judge(text, 'remedies.reconsideration')).toMatchObject({ outcome: 'pass' });
  });
});

test('parts of the whole city are not those of its own level', () => {
  const text = '市本级收到政府信息公开申请15件，全市收到政府信息公开申请20件，其中自然人15件，商业企业5件。';
  expect(judge(text, 'requests.received')).toMatchObject({ outcome: 'pass' });
});

test('parts that do not make up their whole are told once each', () => {
  const text = '予以公开或部分公开10件（予以公开8件，部分公开2件），不予公开8件，无法提供5件。';
  const judgement = judge(CLOSED + text);
  expect(judgement).toMatchObject({ outcome: 'fail', problems: [{ expected: 20, actual: 23 }] });
  expect(judgement.problems?.[0]?.message.zh).toContain('10 + 8 + 5 = 23');
});

test('parts by themselves are summed where the narrative does not state them together', () => {
  const text = '予以公开8件，部分公开2件，不予公开8件，无法提供5件。';
  expect(judge(CLOSED + text)).toMatchObject({ outcome: 'fail', problems: [{ expected: 20, actual: 23 }] });
});
