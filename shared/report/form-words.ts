import { labelKey, withoutRemarks } from './fold.ts';
import { REQUEST_ROWS } from './templates/requests.ts';

/** More pairs of characters in a row than this that no label of the form has are words of something else. */
const MOST_UNKNOWN = 3;

const pairs = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));

const KNOWN: ReadonlySet<string> = new Set(
  REQUEST_ROWS.flatMap(({ label, ordinal, group }) =>
    pairs(labelKey(`三、本年度办理结果${group ? group.ordinal + group.label : ''}${ordinal}${label}`)),
  ),
);

/**
 * Whether a text is made of the words of table 三's labels, broken, moved and misprinted as they may be. Remarks in
 * brackets are left aside.
 */
export const isFormText = (text: string): boolean => {
  let unknown = 0;
  return pairs(labelKey(withoutRemarks(text))).every((pair) => {
    unknown = KNOWN.has(pair) ? 0 : unknown + 1;
    return unknown <= MOST_UNKNOWN;
  });
};
