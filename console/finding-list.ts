import type { Verdict } from '../shared/checks/examination.ts';
import { HEADER_PARTS } from '../shared/checks/header/header-parts.ts';
import type { Finding, Operand } from '../shared/checks/outcome.ts';
import { SEVERITY_NAMES } from '../shared/checks/severity-names.ts';
import { tellingOperands } from '../shared/checks/telling-operands.ts';
import { placeText } from '../shared/document/place-text.ts';
import type { Review } from '../shared/records/review.ts';
import { figureName } from '../shared/report/templates/figure-list.ts';
import { figureAnchor } from './figure-tables.ts';
import { type Html, html } from './html.ts';

/** A finding, and what a person said of it. */
export type ReviewedFinding = Finding & { readonly review?: Pick<Review, 'verdict' | 'reason' | 'by'> };

/** Said where nothing was found. */
const NOTHING: Partial<Record<Verdict, string>> = {
  consistent: '没有发现问题。',
  incomplete: '没有发现矛盾；但有的数没有读到或是空格，还不能断定一致。',
};

const REVIEWS = { confirmed: '已确认', dismissed: '已忽略' } as const;

const name = ({ figure, quote, claim, year }: Operand, { subject }: Finding, scope: string): Html => {
  const known = figure === undefined ? undefined : figureName(figure);
  if (known && year === undefined)
    return html`<a href="#${figureAnchor(known.figure, scope)}">${known.row} · ${known.column}</a>`;
  if (known) return html`${year}年报告 ${known.row} · ${known.column}`;
  const clause = quote ?? claim;
  return clause === undefined ? html`${HEADER_PARTS[subject]?.zh ?? subject}` : html`“${clause}”`;
};

const operand = (each: Operand, finding: Finding, scope: string): Html => {
  const isNumber = each.figure !== undefined || each.claim !== undefined;
  const value = each.value ?? (isNumber ? null : finding.actual) ?? '（空）';
  return html`<li>${name(each, finding, scope)} = <b>${value}</b> <small>${placeText(each.at, 'zh')}</small></li>`;
};

const review = ({ review: given }: ReviewedFinding): Html | undefined =>
  given &&
  html` <small>${REVIEWS[given.verdict]}（${given.by}${given.reason && `：${given.reason}`}）</small>`;

const item = (finding: ReviewedFinding, scope: string): Html =>
  html`<li><span class="${finding.severity}">${SEVERITY_NAMES[finding.severity].zh}</span>
${finding.message.zh} <span class="rule">${finding.rule}</span>${review(finding)}
<ul>${tellingOperands(finding.operands).map((each) => operand(each, finding, scope))}</ul></li>`;

/** What does not hold in a report: first what may have caused it, with the smallest repair, then each finding. */
export const findingList = (findings: readonly ReviewedFinding[], verdict: Verdict, scope = ''): Html => {
  if (findings.length === 0) return html`<p>${NOTHING[verdict]}</p>`;
  const causes = new Map(
    findings.flatMap(({ cause }) => (cause?.message ? [[cause.id, cause.message.zh]] : [])),
  );
  return html`${[...causes.values()].map((sentence) => html`<p class="cause">${sentence}</p>`)}
<ol class="findings">${findings.map((finding) => item(finding, scope))}</ol>`;
};
