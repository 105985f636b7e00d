import type { Verdict } from '../shared/checks/examination.ts';
import { missingText } from '../shared/report/missing-text.ts';
import type { Report } from '../shared/report/report.ts';
import { figureTables } from './figure-tables.ts';
import { findingList, type ReviewedFinding } from './finding-list.ts';
import { type Html, html } from './html.ts';

/** What was read of one report, and found in it. */
export interface ReadReport {
  readonly verdict: Verdict;
  readonly report: Pick<Report, 'figures' | 'templates'> & {
    readonly sections: readonly { readonly title: string; readonly text: string }[];
  };
  readonly findings: readonly ReviewedFinding[];
}

const section = ({ title, text }: ReadReport['report']['sections'][number]): Html | false =>
  text !== '' && html`<details><summary>${title}</summary><pre>${text}</pre></details>`;

/** Findings, the three tables with the cells marked that do not hold, and the text. @param scope as of `figureAnchor` */
export const reportBody = ({ verdict, report, findings }: ReadReport, scope = ''): Html => {
  const missing = missingText(report, 'zh');
  return html`<h2>核对结果</h2>
${missing !== undefined && html`<p>${missing}</p>`}
${findingList(findings, verdict, scope)}
${figureTables(report, findings, scope)}
<h2>文字部分</h2>
${report.sections.map(section)}`;
};
