import { placeText } from '../document/place-text.ts';
import type { Message } from '../document/rejection.ts';
import { figureName } from '../report/templates/figure-list.ts';
import { HEADER_PARTS } from './header/header-parts.ts';
import type { Finding, Operand } from './outcome.ts';

/** An operand of a finding as people are told of it. */
export interface OperandWords {
  readonly name: string;
  readonly value: string;
  /** Empty where it has none. */
  readonly place: string;
}

/** A cell by row and column, a clause in quotes; what is neither is the part of the header that the rule is about. */
const nameOf = ({ figure, quote, claim }: Operand, { subject }: Finding, language: keyof Message): string => {
  const cell = figure === undefined ? undefined : figureName(figure);
  if (figure !== undefined) return cell ? `${cell.row} · ${cell.column}` : figure;
  const clause = quote ?? claim;
  return clause === undefined ? (HEADER_PARTS[subject]?.[language] ?? subject) : `“${clause}”`;
};

/** A date or a period is no number: the finding tells what is there. */
const shownValue = (
  { value, figure, claim }: Operand,
  { actual }: Finding,
  language: keyof Message,
): string => {
  const shown = value ?? (figure === undefined && claim === undefined ? actual : undefined);
  return shown === null || shown === undefined ? (language === 'zh' ? '（空）' : '(blank)') : String(shown);
};

/** The name, the value and the place of an operand; a figure of another year's report has no place in this one. */
export const operandWords = (operand: Operand, finding: Finding, language: keyof Message): OperandWords => {
  const { year } = operand;
  const other = year === undefined ? '' : language === 'zh' ? `${year}年报告` : `${year} report`;
  return {
    name: nameOf(operand, finding, language),
    value: shownValue(operand, finding, language),
    place: placeText(operand.at, language) || other,
  };
};
