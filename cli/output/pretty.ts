import { OTHER_SLIP } from '../../shared/checks/cause/slips.ts';
import type { Examination, Verdict } from '../../shared/checks/examination.ts';
import type { Finding } from '../../shared/checks/outcome.ts';
import { countedText } from '../../shared/report/counted-text.ts';
import { missingText } from '../../shared/report/missing-text.ts';
import type { Language } from './language.ts';
import { operandLines } from './operand-lines.ts';
import { printable } from './printable.ts';
import { severityText } from './severity.ts';
import type { Style } from './style.ts';
import { verdictText } from './verdict-text.ts';

/** Each cause in the sentence that it says for itself. */
const causeLines = (findings: readonly Finding[], style: Style, language: Language): string[] => {
  const causes = new Map(findings.flatMap(({ cause }) => (cause ? [[cause.id, cause]] : [])));
  const title = language === 'zh' ? '可能的原因 ' : 'likely cause ';
  return [...causes.values()].map(({ message, kind }) => {
    // What looks like no usual slip names no cause, only its repair.
    const head = message && kind === OTHER_SLIP.kind ? '' : title;
    return `      ${style.cyan(head)}${printable(message?.[language] ?? kind)}`;
  });
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
    style.bold(printable(source.name)),
    printable(who),
    style.dim(report ? countedText(report.figures, language) : ''),
  ];
  const lines = [head.filter((part) => part !== '').join('  ')];
  if (message) lines.push(`    ${printable(message[language])}`);
  const missing = report && missingText(report, language);
  if (missing) lines.push(`    ${missing}`);
  for (const finding of findings) {
    lines.push(
      `    ${severityText(finding.severity, style, language)} ${printable(finding.message[language])} ${style.dim(finding.rule)}`,
    );
    lines.push(...operandLines(finding, style, language));
  }
  lines.push(...causeLines(findings, style, language));
  return lines.join('\n');
};

/** The last line: how many files came to which verdict. */
export const summary = (counts: ReadonlyMap<Verdict, number>, style: Style, language: Language): string => {
  const parts = [...counts].map(([verdict, count]) => verdictText(verdict, style, language, ` ${count}`));
  return parts.join('   ');
};
