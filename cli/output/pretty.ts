import { OTHER_SLIP } from '../../shared/checks/cause/slips.ts';
import type { Examination, Verdict } from '../../shared/checks/examination.ts';
import type { Change, Finding, Operand } from '../../shared/checks/outcome.ts';
import type { Place } from '../../shared/document/document.ts';
import { figureName } from '../../shared/report/templates/figure-list.ts';
import type { Language } from './language.ts';
import { severityText } from './severity.ts';
import type { Style } from './style.ts';
import { verdictText } from './verdict-text.ts';

/** Where a cell or a clause stands, as a person would look for it. */
export const placeText = (at: Place | undefined, language: Language): string => {
  if (!at) return '';
  const zh = language === 'zh';
  if ('line' in at) return zh ? `第${at.line}行第${at.column}列` : `line ${at.line}, column ${at.column}`;
  if ('table' in at) {
    return zh
      ? `表${at.table}第${at.row}行第${at.column}格`
      : `table ${at.table}, row ${at.row}, column ${at.column}`;
  }
  if ('page' in at) return zh ? `第${at.page}页` : `page ${at.page}`;
  return zh ? `第${at.paragraph}段` : `paragraph ${at.paragraph}`;
};

const cellText = (figure: string): string => {
  const name = figureName(figure);
  return name ? `${name.row} · ${name.column}` : figure;
};

const blankText = (language: Language): string => (language === 'zh' ? '（空）' : '(blank)');

const operandLine = (operand: Operand, style: Style, language: Language): string => {
  const name = operand.figure ? cellText(operand.figure) : `“${operand.quote ?? operand.claim}”`;
  const value = operand.value === null ? blankText(language) : String(operand.value);
  // A figure of another year's report has no place in this one.
  const other =
    operand.year === undefined ? '' : language === 'zh' ? `${operand.year}年报告` : `${operand.year} report`;
  const place = placeText(operand.at, language) || other;
  return `        ${name} = ${style.bold(value)}  ${style.dim(place)}`;
};

/** Operands that are 0 add nothing to an explanation of a sum; the last one, the total, always shows. */
const telling = (operands: readonly Operand[]): readonly Operand[] =>
  operands.length <= 4
    ? operands
    : operands.filter(({ value }, index) => value !== 0 || index === operands.length - 1);

const changeText = ({ figure, from, to }: Change, language: Language): string =>
  `${cellText(figure)} ${from ?? blankText(language)} → ${to}`;

const causeLines = (findings: readonly Finding[], style: Style, language: Language): string[] => {
  const causes = new Map(findings.flatMap(({ cause }) => (cause ? [[cause.id, cause]] : [])));
  return [...causes.values()].flatMap((cause) => {
    const own = cause.message?.[language];
    const [best] = cause.repairs;
    // What looks like no usual slip names no cause, only its repair.
    const title =
      own && cause.kind === OTHER_SLIP.kind ? '' : language === 'zh' ? '可能的原因 ' : 'likely cause ';
    const kind = own ?? cause.kind;
    const more =
      cause.repairs.length > 1 && !own
        ? language === 'zh'
          ? `（另有 ${cause.repairs.length - 1} 种同样小的改法）`
          : ` (and ${cause.repairs.length - 1} equally small repairs)`
        : '';
    // A cause's own sentence names the cells and the number of repairs already.
    const changes = best && !own ? best.map((change) => `        ${changeText(change, language)}`) : [];
    return [`      ${style.cyan(title)}${kind}${more}`, ...changes];
  });
};

const countText = ({ report }: Examination, language: Language): string => {
  if (!report) return '';
  const figures = Object.values(report.figures);
  const read = figures.filter(({ value }) => value !== null).length;
  const blank = figures.filter(({ state }) => state === 'blank' || state === 'notApplicable').length;
  const zh = language === 'zh';
  return zh
    ? `${figures.length} 个数读出 ${read} 个${blank ? `，空 ${blank}` : ''}`
    : `${read} of ${figures.length} figures${blank ? `, ${blank} blank` : ''}`;
};

/** One file for a person at a terminal: a line of verdict, then each finding with its cells and their places. */
export const pretty = (examination: Examination, style: Style, language: Language): string => {
  const { source, verdict, report, findings, message } = examination;
  const who = report
    ? [report.agency ?? (language === 'zh' ? '（未署名）' : '(no agency)'), report.year ?? '']
        .join(' ')
        .trim()
    : (examination.reason ?? '');
  const head = [
    verdictText(verdict, style, language),
    style.bold(source.name),
    who,
    style.dim(countText(examination, language)),
  ];
  const lines = [head.filter((part) => part !== '').join('  ')];
  if (message) lines.push(`    ${message[language]}`);
  for (const finding of findings) {
    lines.push(
      `    ${severityText(finding.severity, style, language)} ${finding.message[language]} ${style.dim(finding.rule)}`,
    );
    lines.push(...telling(finding.operands).map((operand) => operandLine(operand, style, language)));
  }
  lines.push(...causeLines(findings, style, language));
  return lines.join('\n');
};

/** The last line: how many files came to which verdict. */
export const summary = (counts: ReadonlyMap<Verdict, number>, style: Style, language: Language): string => {
  const parts = [...counts].map(([verdict, count]) => verdictText(verdict, style, language, ` ${count}`));
  return parts.join('   ');
};
