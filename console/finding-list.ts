import type { Verdict } from '../shared/checks/examination.ts';
import { operandWords } from '../shared/checks/operand-words.ts';
import type { Finding, Operand } from '../shared/checks/outcome.ts';
import { SEVERITY_NAMES } from '../shared/checks/severity-names.ts';
import { tellingOperands } from '../shared/checks/telling-operands.ts';
import type { Review } from '../shared/records/review.ts';
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

const operand = (each: Operand, finding: Finding, scope: string): Html => {
  const { name, value, place } = operandWords(each, finding, 'zh');
  const { figure, year } = each;
  const isHere = figure !== undefined && year === undefined;
  const shown = isHere ? html`<a href="#${figureAnchor(figure, scope)}">${name}</a>` : name;
  return html`<li>${shown} = <b>${value}</b> <small>${place}</small></li>`;
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
