/** How characters depart from the line: a raised or lowered one may be a footnote's, a struck one is taken back. */
export type TextMark = 'raised' | 'lowered' | 'struck';

const ZERO = 48;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';
/** COMBINING LONG STROKE OVERLAY. */
const STROKE = '\u0336';

/**
 * The text with its mark in its own characters: `3119` with a raised `1` behind it is `3119¹` and not 31191, and a
 * number struck out beside its correction is not read as one with it.
 */
export const markedText = (text: string, mark: TextMark | undefined): string => {
  if (mark === undefined) return text;
  if (mark === 'struck') return text.replace(/\S/gu, `$&${STROKE}`);
  const digits = mark === 'raised' ? RAISED : LOWERED;
  return text.replace(/\d/g, (digit) => digits[digit.charCodeAt(0) - ZERO]!);
};
