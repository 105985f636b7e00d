import type { TextMark } from '../marked-text.ts';
import type { Attributes } from '../xml/attributes.ts';

/** ISO/IEC 29500-1, 22.9.2.17: ST_VerticalAlignRun. */
const OFF_THE_LINE: Readonly<Record<string, TextMark>> = { superscript: 'raised', subscript: 'lowered' };
/** Runs, and what a text without runs begins with. */
const BEGINNINGS = new Set(['x:r', 'x:si', 'x:c']);
/** xsd:boolean. */
const OFF = new Set(['0', 'false']);

/**
 * The mark of a rich text's run once the element `name` was opened, `mark` before (ISO/IEC 29500-1, 18.4.4 and
 * 18.4.7): each run begins without one.
 */
export const runMark = (
  name: string,
  attributes: Attributes,
  mark: TextMark | undefined,
): TextMark | undefined => {
  if (BEGINNINGS.has(name)) return undefined;
  if (name === 'x:strike') return OFF.has(attributes.get('val') ?? '') ? mark : 'struck';
  if (name === 'x:vertAlign') return mark ?? OFF_THE_LINE[attributes.get('val') ?? ''];
  return mark;
};
