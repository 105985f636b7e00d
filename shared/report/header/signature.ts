import type { Place } from '../../document/document.ts';
import { iso } from './iso-date.ts';
import { namesOrgan } from './names-organ.ts';
import type { Text } from './text.ts';

const DATE_LINE =
  /^(?:[\u4e00-\u9fff]{2,40})?[(]?(?<year>(?:19|20)\d{2})年(?<month>\d{1,2})月(?<day>\d{1,2})日[)]?$/;

/** A line that is a date alone, or the agency's name and a date: the signature. The last one counts. */
export const findSigned = (
  texts: readonly Text[],
): { date: string; agency?: string; at: Place } | undefined => {
  for (let i = texts.length - 1; i >= 0; i--) {
    const { text } = texts[i]!;
    const groups = text.length <= 60 ? DATE_LINE.exec(text)?.groups : undefined;
    if (!groups || Number(groups.month) > 12 || Number(groups.day) > 31) continue;
    const above = texts[i - 1]?.text ?? '';
    const inline = text.slice(0, text.indexOf(groups.year!)).replace(/[(]$/, '');
    const agency = [inline, above].find(
      (name) => name.length >= 4 && name.length <= 40 && namesOrgan(name) && !/[,。、]/.test(name),
    );
    return {
      date: iso(groups.year!, groups.month!, groups.day!),
      at: texts[i]!.at,
      ...(agency && { agency }),
    };
  }
  return undefined;
};
