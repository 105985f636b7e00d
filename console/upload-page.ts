import type { Verdict } from '../shared/checks/examination.ts';
import { html } from './html.ts';
import { page } from './page.ts';
import { timeMark } from './time-mark.ts';
import { verdictMark } from './verdict-mark.ts';

/** What became of one uploaded file. */
export interface ShownUpload {
  readonly key: string;
  readonly verdict: Verdict;
  readonly message?: { readonly zh: string; readonly en: string } | undefined;
  /** ISO 8601. */
  readonly uploadedAt: string;
  /** Path of its report, unless it was rejected. */
  readonly report: string | null;
}

/** The page of one upload: for files that no report could be read from, the reason. */
export const uploadPage = ({ key, verdict, message, uploadedAt, report }: ShownUpload): string =>
  page(
    key,
    html`<nav><a href="/reports">全部报告</a></nav>
<h1>${key}</h1>
<p>${verdictMark(verdict)}　<small>上传于 ${timeMark(uploadedAt)}（北京时间）</small></p>
${message && html`<p>${message.zh}</p><p lang="en">${message.en}</p>`}
${report !== null && html`<p><a href="${report}">查看报告</a></p>`}`,
  );
