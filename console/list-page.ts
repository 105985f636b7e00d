import { VERDICTS, type Verdict } from '../shared/checks/examination.ts';
import { VERDICT_NAMES } from '../shared/checks/verdict-names.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';
import { timeMark } from './time-mark.ts';
import { verdictMark } from './verdict-mark.ts';

/** A record as a list shows it. */
export interface ListedReport {
  readonly agency: string | null;
  readonly year: number | null;
  readonly verdict: Verdict;
  readonly errors: number;
  readonly warnings: number;
  readonly format?: string | undefined;
  readonly name: string;
  /** ISO 8601. */
  readonly uploadedAt: string;
  readonly href: string;
}

/** What a list was asked for, as its address says it. */
export interface ListFilters {
  readonly year?: string | undefined;
  readonly agency?: string | undefined;
  readonly verdict?: Verdict | undefined;
}

const address = (filters: ListFilters & { readonly cursor?: string }): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) query.set(name, value);
  return query.size === 0 ? '/reports' : `/reports?${query}`;
};

const tab = (text: string, href: string, isHere: boolean): Html =>
  isHere ? html`<a href="${href}" aria-current="page">${text}</a>` : html`<a href="${href}">${text}</a>`;

/** A field that asks for one filter and keeps the others. */
const filterForm = (name: 'year' | 'agency', label: string, pattern: string, filters: ListFilters): Html => {
  const others = Object.entries(filters).filter(([other, value]) => other !== name && value !== undefined);
  return html`<form action="/reports">
${others.map(([other, value]) => html`<input type="hidden" name="${other}" value="${value}">`)}
<label>${label} <input name="${name}" value="${filters[name]}" required pattern="${pattern}"></label>
<button>查看</button>
${filters[name] !== undefined && html`<a href="${address({ ...filters, [name]: undefined })}">不限${label}</a>`}
</form>`;
};

const row = ({
  agency,
  year,
  verdict,
  errors,
  warnings,
  format,
  name,
  uploadedAt,
  href,
}: ListedReport): Html =>
  html`<tr>
<td class="text"><a href="${href}">${agency ?? name}</a></td>
<td>${year ?? (agency === null ? '' : '年份不明')}</td>
<td class="text">${verdictMark(verdict)}</td>
<td>${errors || ''}</td>
<td>${warnings || ''}</td>
<td class="text">${name}<small>${format}</small></td>
<td class="text">${timeMark(uploadedAt)}</td>
</tr>`;

/** The page of a list of records. @param next cursor of the page behind it */
export const listPage = (
  reports: readonly ListedReport[],
  filters: ListFilters,
  next: string | null,
): string =>
  page(
    '年度报告',
    html`<h1>政府信息公开工作年度报告</h1>
<nav aria-label="结论">
${tab('全部', address({ ...filters, verdict: undefined }), filters.verdict === undefined)}
${VERDICTS.map((verdict) => tab(VERDICT_NAMES[verdict].zh, address({ ...filters, verdict }), filters.verdict === verdict))}
</nav>
<div class="filters">
${filterForm('year', '年度', '\\d{4}', filters)}
${filterForm('agency', '机关全称', '.+', filters)}
</div>
${
  reports.length === 0
    ? html`<p>没有符合条件的报告。把文件放进存储桶（本机上复制到 inbox/），片刻之后刷新本页。</p>`
    : html`<div class="scroll"><table>
<thead><tr><th>机关</th><th>年度</th><th>结论</th><th>错误</th><th>警告</th><th>文件</th><th>上传时间（北京）</th></tr></thead>
<tbody>${reports.map(row)}</tbody>
</table></div>`
}
${next !== null && html`<nav><a rel="next" href="${address({ ...filters, cursor: next })}">下一页</a></nav>`}`,
  );
