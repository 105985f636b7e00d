import type { Review } from '../../shared/records/review.ts';
import type { Language } from '../output/language.ts';
import { localTime } from '../output/local-time.ts';
import { printable } from '../output/printable.ts';
import { severityText } from '../output/severity.ts';
import type { Style } from '../output/style.ts';
import { verdictText } from '../output/verdict-text.ts';
import type { ReviewedFindings } from './reviewed-findings.ts';

const reviewLine = ({ verdict, by, at, reason }: Review, style: Style, language: Language): string => {
  const words = {
    confirmed: { zh: '已确认', en: 'confirmed' },
    dismissed: { zh: '已排除', en: 'dismissed' },
  };
  const text = [words[verdict][language], by, localTime(at), reason ?? ''];
  return `                      ${style[verdict === 'confirmed' ? 'red' : 'green'](printable(text.filter(Boolean).join(' · ')))}`;
};

/** Findings of a stored report for a person: a fingerprint before each, a person's verdict below it. */
export const showFindings = (
  { agency, year, verdict, findings }: ReviewedFindings,
  style: Style,
  language: Language,
): string => {
  const head = `${verdictText(verdict, style, language)}  ${style.bold(printable(agency))} ${year ?? ''}`;
  const lines = findings.flatMap(({ fingerprint, severity, message, rule, review }) => [
    `  ${style.dim(fingerprint)}  ${severityText(severity, style, language)} ${printable(message[language])} ${style.dim(rule)}`,
    ...(review ? [reviewLine(review, style, language)] : []),
  ]);
  const none = language === 'zh' ? '  没有发现。' : '  No findings.';
  return [head.trimEnd(), ...(lines.length > 0 ? lines : [none])].join('\n');
};
