import { causeSentence } from '../../../functions/notify/notices/cause-sentence.ts';
import { digestNotice } from '../../../functions/notify/notices/digest-notice.ts';
import { eventNotice, type ToldEvent } from '../../../functions/notify/notices/event-notice.ts';
import { check } from '../../../shared/checks/check.ts';
import { sketchReport } from '../../../shared/checks/sketch.ts';
import type { CauseSummary } from '../../../shared/records/stored-record.ts';
import { figureName } from '../../../shared/report/templates/figure-list.ts';
import { reportOf } from '../reports.ts';
import { API_URL, corrected, eventsFrom, inconsistent, rejected, sampleEvents } from './events.ts';

const noticeOf = async (name: string) => {
  const event = (await sampleEvents(name)).find(({ type }) => type === 'report.inconsistent.v1');
  return eventNotice(event as ToldEvent);
};

describe('the message about one report', () => {
  test.each([
    ['001_c76baea7d958f164.txt', '宁波市公安局镇海分局 2019年', '5处错误', '1', '商业企业'],
    ['004_016fbde8dd5f1447.txt', '温州市公安局鹿城区分局 2021年', '4处错误', '3', '总计'],
  ])(
    'about %s names agency, year, and the cells of the one cause in one sentence',
    async (name, who, errors, to, other) => {
      const { title, lines, link } = await noticeOf(name);
      expect(title).toBe(`勾稽不符：${who}，${errors}`);
      expect(lines[0]).toContain(`三、（七）总计 · 自然人 填的是 0，应为 ${to}`);
      expect(lines[0]).toContain(`三、（七）总计 · ${other} 填的是 0，应为 ${to}`);
      expect(lines[0]).toContain('唯一的最小改法');
      // The findings that the cause explains are not told one by one.
      expect(lines.filter((line) => line.includes('填'))).toHaveLength(1);
      expect(link.href).toMatch(/^https:\/\/api\.example\.cn\/reports\/%E[\dA-F%]+\/20\d\d$/);
    },
  );

  test('tells an error that no cause explains in its own words', async () => {
    const text = (await sampleEvents('004_016fbde8dd5f1447.txt')).find(
      ({ type }) => type === 'report.inconsistent.v1',
    );
    const event = structuredClone(text) as Extract<ToldEvent, { type: 'report.inconsistent.v1' }>;
    event.data.causes = [];
    const { lines } = eventNotice(event);
    const [first] = event.data.findings;
    expect(lines[0]).toBe(first?.message.zh);
  });

  test('says that errors are left out, and that a newer version is there', async () => {
    const event = structuredClone(await inconsistent('甲局')) as Extract<
      ToldEvent,
      { type: 'report.inconsistent.v1' }
    >;
    event.data.findings = event.data.findings.slice(0, 1);
    event.data.counts.error = 9;
    event.data.current = false;
    const { lines } = eventNotice(event);
    expect(lines).toEqual(expect.arrayContaining(['此后已有更新的版本。', '另有8处错误，见记录。']));
  });

  test('says nothing of a slip that was dismissed, neither in its count nor in its causes', async () => {
    // Two slips: the total of 三、（七）, and that of 行政复议.
    const text = reportOf('inconsistent', '甲局', 2021).replace(/(\t0\s+0\s+0\s+1\s+)1/, '$19');
    const alertWith = async (dismissed?: ReadonlySet<string>) => {
      const standing = { current: true, ...(dismissed && { dismissed }) };
      const found = (await eventsFrom(text, '甲.txt', standing)).find(
        ({ type }) => type === 'report.inconsistent.v1',
      );
      return found as Extract<ToldEvent, { type: 'report.inconsistent.v1' }>;
    };
    const { data } = await alertWith();
    const slip = data.findings.filter(({ rule }) => rule === 'remedies/total');
    expect([slip.length, data.counts.error, data.causes.length]).toEqual([1, 6, 2]);
    const { title, lines } = eventNotice(
      await alertWith(new Set(slip.map(({ fingerprint }) => fingerprint))),
    );
    expect(title).toBe('勾稽不符：甲局 2021年，5处错误');
    expect(lines.join('\n')).not.toMatch(/行政复议|另有\d+处错误/);
  });

  test('about a file that is no report names the file and the reason', async () => {
    const { title, lines } = eventNotice((await rejected('收件/通知.txt')) as ToldEvent);
    expect(title).toBe('无法读取：收件/通知.txt');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/[\u4e00-\u9fff]/);
  });

  test('about a corrected report says what it is now', async () => {
    const { title } = eventNotice((await corrected('甲局')) as ToldEvent);
    expect(title).toBe('已经更正：甲局 2021年，勾稽一致');
  });
});

describe('the sentence of a cause', () => {
  const change = { figure: 'requests.closed.total', row: '三、（七）总计', column: '总计', to: 3 };
  const cause: CauseSummary = { id: 'c', kind: 'other', unique: false, repair: [] };

  test('calls a blank cell blank', () => {
    expect(causeSentence({ ...cause, repair: [{ ...change, from: null }] })).toContain(
      '总计 空着，可能应为 3',
    );
  });

  test('says when there are other repairs as small', () => {
    expect(causeSentence({ ...cause, repair: [{ ...change, from: 4 }] })).toContain('最小改法不唯一');
  });

  test('tells a guess as a guess, with the repairs that are as small', () => {
    const figures = { 'remedies.reconsideration.upheld': 3, 'remedies.reconsideration.total': 5 };
    const found = check(sketchReport({ figures })).findings.find((finding) => finding.cause)?.cause;
    const repair = [...(found?.repairs[0] ?? [])];
    const sentence = causeSentence({ ...cause, ...(found?.message && { message: found.message }), repair });
    expect(sentence).toContain('可能应为');
    expect(sentence).toContain('共 5 种');
    expect(sentence).not.toContain('，应为');
    for (const { figure, from, to } of (found?.repairs ?? []).flat())
      expect(sentence).toContain(`${figureName(figure)?.column} ${from}→${to}`);
  });

  test('says what the search says when it has no repair', () => {
    expect(causeSentence({ ...cause, message: { zh: '错处太多。', en: 'Too much.' } })).toBe('错处太多。');
  });

  test('does without a word for a kind of slip that it does not know', () => {
    const sentence = causeSentence({ ...cause, kind: 'of-next-year', repair: [{ ...change, from: 4 }] });
    expect(sentence).toBe('三、（七）总计 · 总计 填的是 4，可能应为 3（最小改法不唯一）。');
  });
});

describe('a digest', () => {
  test('counts by verdict, names the first with their causes, and is the same in whatever order events come', async () => {
    const events = await Promise.all([
      ...Array.from({ length: 10 }, (_, number) => inconsistent(`第${number}局`)),
      rejected('a.txt'),
      corrected('乙局'),
    ]);
    const digest = digestNotice(events as ToldEvent[], API_URL);
    expect(digest.title).toBe('年度报告核对汇总：勾稽不符 10份，无法读取 1份，已经更正 1份');
    expect(digest.lines).toHaveLength(9);
    expect(digest.lines[0]).toContain('三、（七）总计 · 自然人 填的是 0，应为 1');
    expect(digest.lines.at(-1)).toBe('另有4份，见列表。');
    expect(digest.link.href).toBe(`${API_URL}/reports?verdict=inconsistent`);
    expect(digest.events).toHaveLength(12);
    expect(digestNotice((events as ToldEvent[]).toReversed(), API_URL)).toEqual(digest);
  });
});

test('an event stays far below what the bus takes, however much is wrong', async () => {
  const text = (await sampleEvents('001_c76baea7d958f164.txt')).map((event) => JSON.stringify(event).length);
  expect(Math.max(...text)).toBeLessThan(20_000);
  expect(await eventsFrom('', 'empty.txt')).toHaveLength(1);
});
