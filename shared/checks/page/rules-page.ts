import { figureName } from '../../report/templates/figure-list.ts';
import type { HistoryExample, HistoryRule } from '../history/history-rule.ts';
import type { OutcomeValue, Severity } from '../outcome.ts';
import type { Example, Rule } from '../rule.ts';
import { SEVERITY_NAMES } from '../severity-names.ts';

/** What the page prints of a rule, of one year or of two. */
type PageRule = Rule | HistoryRule;

import { OTHER_SLIP, SLIP_KINDS } from '../cause/slips.ts';
import { RULE_SET_VERSION } from '../rule-set-version.ts';

const severityText = (severity: Severity): string =>
  `${SEVERITY_NAMES[severity].zh} · ${SEVERITY_NAMES[severity].en}`;

const OUTCOME: Readonly<Record<OutcomeValue, string>> = {
  pass: '成立 · pass',
  fail: '不成立 · fail',
  unknown: '无法判断 · unknown',
  notApplicable: '不适用 · notApplicable',
};

/** The Chinese name of a subject that is a row, a column or a route of a table. */
const subjectName = (rule: PageRule, subject: string): string => {
  const name =
    rule.id === 'requests/row-total'
      ? figureName(`requests.${subject}.total`)?.row
      : rule.id.startsWith('requests/') || rule.id === 'history/carried-over'
        ? figureName(`requests.closed.${subject}`)?.column
        : (figureName(`remedies.${subject}.total`) ?? figureName(subject))?.row;
  return `\`${subject}\`${name ? ` ${name}` : ''}`;
};

/** A table's cell may hold no bare line and no line break. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const exampleRow = ({ says, subject, outcome }: Example | HistoryExample): string =>
  `| ${cell(says.zh)}<br>${cell(says.en)} | \`${subject}\` | ${OUTCOME[outcome]} |`;

const section = (rule: PageRule): string =>
  [
    `## ${rule.id}`,
    '',
    `**${rule.title.zh}**`,
    `<br>${rule.title.en}`,
    '',
    `- ${severityText(rule.severity)}`,
    `- 依据：${rule.clause.zh}<br>${rule.clause.en}`,
    `- 理由：${rule.why.zh}<br>${rule.why.en}`,
    `- 空白：${rule.blank.zh}<br>${rule.blank.en}`,
    `- 对象（${rule.subjects.length}）：${rule.subjects.map((subject) => subjectName(rule, subject)).join('；')}`,
    '',
    '| 例 · example | 对象 · subject | 结果 · outcome |',
    '|---|---|---|',
    ...rule.examples.map(exampleRow),
    '',
  ].join('\n');

/** What the arithmetic rules' findings say of their cause, and the slips that are recognised. */
const causesSection = (): string =>
  [
    '## 原因 · causes',
    '',
    '算术关系不成立时，找出改动格数最少、改后全部关系成立的改法（Fellegi–Holt 原则）：全部列出，可能的在前；同一处失误引起的发现标同一个原因。',
    '<br>When relations fail, every smallest set of cells is found after whose change all relations hold (the Fellegi–Holt principle), the likeliest first. Findings that one slip explains carry one cause.',
    '',
    '| kind | 失误 | slip |',
    '|---|---|---|',
    ...[...SLIP_KINDS, OTHER_SLIP].map(({ kind, words }) => `| \`${kind}\` | ${words.zh} | ${words.en} |`),
    '',
  ].join('\n');

/** The page of all rules, in Markdown: written to `docs/rules.md`, where a test keeps it from going stale. */
export const rulesPage = (rules: readonly PageRule[]): string =>
  [
    '# 规则 · The rules',
    '',
    `规则集第 ${RULE_SET_VERSION} 版，共 ${rules.length} 条。本页由规则文件生成（\`npm run docs\`），请改规则文件，不要改本页。`,
    `<br>Rule set ${RULE_SET_VERSION}, ${rules.length} rules. Generated from the rules' own files by \`npm run docs\`: change those, not this page.`,
    '',
    '结果有四种：成立（pass）、不成立（fail）、无法判断（unknown）、不适用（notApplicable）。每条规则对每个对象都给出结果。',
    '<br>An outcome is one of four: it holds (pass), it cannot hold (fail), it is left open (unknown), or the form has no such row (notApplicable). Every rule reports one for each of its subjects.',
    '',
    '| 规则 · rule | 程度 · severity | 要求 · what must hold |',
    '|---|---|---|',
    ...rules.map(
      (rule) =>
        `| [${rule.id}](#${rule.id.replace('/', '')}) | ${severityText(rule.severity)} | ${cell(rule.title.zh)}<br>${cell(rule.title.en)} |`,
    ),
    '',
    ...rules.map(section),
    causesSection(),
  ].join('\n');
