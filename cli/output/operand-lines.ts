import { HEADER_PARTS } from '../../shared/checks/header/header-parts.ts';
import type { Finding, Operand } from '../../shared/checks/outcome.ts';
import { tellingOperands } from '../../shared/checks/telling-operands.ts';
import { placeText } from '../../shared/document/place-text.ts';
import { figureName } from '../../shared/report/templates/figure-list.ts';
import type { Language } from './language.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';

const cellText = (figure: string): string => {
  const name = figureName(figure);
  return name ? `${name.row} · ${name.column}` : figure;
};

/** A cell by row and column, a clause in quotes; what is neither is the part of the header that the rule is about. */
const nameOf = ({ figure, quote, claim }: Operand, { subject }: Finding, language: Language): string => {
  if (figure !== undefined) return cellText(figure);
  const clause = quote ?? claim;
  if (clause !== undefined) return `“${printable(clause)}”`;
  return HEADER_PARTS[subject]?.[language] ?? subject;
};

/** A date or a period is no number: the finding tells what is there. */
const shownValue = ({ value, figure, claim }: Operand, { actual }: Finding, language: Language): string => {
  const shown = value ?? (figure === undefined && claim === undefined ? actual : undefined);
  return shown === null || shown === undefined ? (language === 'zh' ? '（空）' : '(blank)') : String(shown);
};

const operandLine = (operand: Operand, finding: Finding, style: Style, language: Language): string => {
  // A figure of another year's report has no place in this one.
  const { year } = operand;
  const other = year === undefined ? '' : language === 'zh' ? `${year}年报告` : `${year} report`;
  const place = placeText(operand.at, language) || other;
  const value = style.bold(printable(shownValue(operand, finding, language)));
  return `        ${nameOf(operand, finding, language)} = ${value}${place && `  ${style.dim(place)}`}`;
};

/** The numbers that a finding is about, each with its name and its place. */
export const operandLines = (finding: Finding, style: Style, language: Language): string[] =>
  tellingOperands(finding.operands).map((operand) => operandLine(operand, finding, style, language));
