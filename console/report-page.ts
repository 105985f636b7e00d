import type { Verdict } from '../shared/checks/examination.ts';
import type { Figures, Report } from '../shared/report/report.ts';
import { figureTables } from './figure-tables.ts';
import { findingList, type ReviewedFinding } from './finding-list.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';
import { timeMark } from './time-mark.ts';
import { verdictMark } from './verdict-mark.ts';

/** One record with what was read and found. */
export interface ShownReport {
  readonly agency: string;
  readonly year: number | null;
  readonly verdict: Verdict;
  readonly source: { readonly name: string; readonly format?: string | undefined; readonly bytes: number };
  /** ISO 8601. */
  readonly uploadedAt: string;
  /** Addresses by what they lead to. */
  readonly links: Readonly<Record<string, string>>;
  readonly report: Pick<Report, 'figures' | 'templates'> & {
    readonly sections: readonly { readonly title: string; readonly text: string }[];
  };
  readonly findings: readonly ReviewedFinding[];
}

const LINKS = [
  ['original', '原件'],
  ['figuresCsv', '数据（CSV）'],
  ['document', '全部结果（JSON）'],
  ['versions', '历次版本（JSON）'],
] as const;

const counted = (figures: Figures): string => {
  const all = Object.values(figures);
  const read = all.filter(({ value }) => value !== null).length;
  const missing = all.filter(({ state }) => state === 'missing').length;
  return `${all.length} 个数读出 ${read} 个${missing > 0 ? `，未读到 ${missing} 个` : ''}`;
};

const section = ({ title, text }: ShownReport['report']['sections'][number]): Html | false =>
  text !== '' && html`<details><summary>${title}</summary><pre>${text}</pre></details>`;

/** The page of one record: verdict, findings, and the three tables with the cells marked that do not hold. */
export const reportPage = (shown: ShownReport): string => {
  const { agency, year, verdict, source, uploadedAt, links, report, findings } = shown;
  const title = `${agency} ${year === null ? '年份不明' : `${year}年`}`;
  return page(
    title,
    html`<nav><a href="/reports">全部报告</a> <a href="${links.agency}">本机关历年报告</a></nav>
<h1>${title}</h1>
<p>${verdictMark(verdict)}　${counted(report.figures)}　<small>${source.name}（${source.format}，${source.bytes} 字节），上传于 ${timeMark(uploadedAt)}（北京时间）</small></p>
<nav>${LINKS.map(([to, text]) => links[to] !== undefined && html`<a href="${links[to]}">${text}</a>`)}</nav>
<h2>核对结果</h2>
${findingList(findings, verdict)}
${figureTables(report, findings)}
<h2>文字部分</h2>
${report.sections.map(section)}`,
  );
};
