import { countedText } from '../shared/report/counted-text.ts';
import { html } from './html.ts';
import { page } from './page.ts';
import { type ReadReport, reportBody } from './report-body.ts';
import { timeMark } from './time-mark.ts';
import { verdictMark } from './verdict-mark.ts';

/** One record with what was read and found. */
export interface ShownReport extends ReadReport {
  readonly agency: string;
  readonly year: number | null;
  readonly source: { readonly name: string; readonly format?: string | undefined; readonly bytes: number };
  /** ISO 8601. */
  readonly uploadedAt: string;
  /** Addresses by what they lead to. */
  readonly links: Readonly<Record<string, string>>;
}

const LINKS = [
  ['original', '原件'],
  ['figuresCsv', '数据（CSV）'],
  ['document', '全部结果（JSON）'],
  ['versions', '历次版本（JSON）'],
] as const;

/** The page of one record. */
export const reportPage = (shown: ShownReport): string => {
  const { agency, year, verdict, source, uploadedAt, links, report } = shown;
  const title = `${agency} ${year === null ? '年份不明' : `${year}年`}`;
  return page(
    title,
    html`<nav><a href="/reports">全部报告</a> <a href="${links.agency}">本机关历年报告</a></nav>
<h1>${title}</h1>
<p>${verdictMark(verdict)}　${countedText(report.figures, 'zh')}　<small>${source.name}（${source.format}，${source.bytes} 字节），上传于 ${timeMark(uploadedAt)}（北京时间）</small></p>
<nav>${LINKS.map(([to, text]) => links[to] !== undefined && html`<a href="${links[to]}">${text}</a>`)}</nav>
${reportBody(shown)}`,
  );
};
