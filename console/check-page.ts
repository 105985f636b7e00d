import type { Examination } from '../shared/checks/examination.ts';
import { countedText } from '../shared/report/counted-text.ts';
import { html } from './html.ts';
import { PAGE_END, pageStart } from './page.ts';
import { reportBody } from './report-body.ts';
import { verdictMark } from './verdict-mark.ts';

/** The page of many checked files begins so; a part for each file and `CHECK_PAGE_END` follow. */
export const CHECK_PAGE_START = html`${pageStart('核对结果')}<h1>年度报告核对结果</h1>
`.markup;

export const CHECK_PAGE_END = PAGE_END.markup;

/** The part of one file: closed where nothing is to be done. @param index of the file on its page */
export const checkedFile = (examination: Examination, index: number): string => {
  const { source, verdict, report, findings, message } = examination;
  const who = report && `${report.agency ?? '（未署名）'} ${report.year ?? '年份不明'}`;
  const summary = html`<summary>${verdictMark(verdict)}　<b>${source.name}</b>　${who}　${report && html`<small>${countedText(report.figures, 'zh')}</small>`}</summary>`;
  const body = report ? reportBody({ verdict, report, findings }, `${index}-`) : html`<p>${message?.zh}</p>`;
  const start = verdict === 'consistent' ? html`<details>` : html`<details open>`;
  return html`<section>${start}${summary}
${body}</details></section>
`.markup;
};
