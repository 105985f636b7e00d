import { createHash } from 'node:crypto';
import { firstReason, type ToldEvent, titleOf } from './event-notice.ts';
import type { Notice } from './notice.ts';

/** Reports told of by name in a digest. */
const NAMED = 8;

const COUNTED = {
  'report.inconsistent.v1': '勾稽不符',
  'report.rejected.v1': '无法读取',
  'report.corrected.v1': '已经更正',
} as const;

/** Those that do not add up come first, then by time. */
const WEIGHT: readonly ToldEvent['type'][] = Object.keys(COUNTED) as ToldEvent['type'][];
const byWeight = (a: ToldEvent, b: ToldEvent): number =>
  WEIGHT.indexOf(a.type) - WEIGHT.indexOf(b.type) || (`${a.time} ${a.id}` < `${b.time} ${b.id}` ? -1 : 1);

const digestId = (events: readonly ToldEvent[]): string =>
  createHash('sha256')
    .update(
      events
        .map(({ id }) => id)
        .sort()
        .join('\n'),
    )
    .digest('hex')
    .slice(0, 32);

/**
 * One message in place of many: counts, the first reports with the first reason of each, and the listing. The same
 * events give the same digest, in whatever order they came.
 *
 * @param apiUrl address of the read API, without a slash at its end
 */
export const digestNotice = (unordered: readonly ToldEvent[], apiUrl: string): Notice => {
  const events = unordered.toSorted(byWeight);
  const counts = WEIGHT.flatMap((type) => {
    const count = events.filter((event) => event.type === type).length;
    return count > 0 ? [`${COUNTED[type]} ${count}份`] : [];
  });
  const named = events.slice(0, NAMED).map((event) => {
    const reason = firstReason(event);
    return reason ? `${titleOf(event)}：${reason}` : `${titleOf(event)}。`;
  });
  const rest = events.length - named.length;
  const verdict = events[0]?.type === 'report.rejected.v1' ? 'rejected' : 'inconsistent';
  return {
    id: digestId(events),
    title: `年度报告核对汇总：${counts.join('，')}`,
    lines: [...named, ...(rest > 0 ? [`另有${rest}份，见列表。`] : [])],
    link: { text: '查看列表', href: `${apiUrl}/reports?verdict=${verdict}` },
    events: events.map(({ id, type, data }) => ({ id, type, link: data.link })),
  };
};
