import type { Place } from './document.ts';
import type { Message } from './rejection.ts';

/** Where a cell or a clause stands, as a person would look for it. */
export const placeText = (at: Place | undefined, language: keyof Message): string => {
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
