import { damaged } from '../unreadable.ts';

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const characterOf = (reference: string): string => {
  const named = PREDEFINED[reference];
  if (named !== undefined) return named;
  const code = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(reference);
  const point = code?.[1] ? Number.parseInt(code[1], 16) : Number(code?.[2] ?? Number.NaN);
  if (point > 0 && point <= 0x10ffff) return String.fromCodePoint(point);
  throw damaged('XML 中有未知实体', 'the XML uses an unknown entity');
};

/** Replaces the five entities that XML itself defines and character references; all others are refused. */
export const resolveEntities = (text: string): string => {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&<]{0,10})(;?)/g, (_, reference: string, end: string) => {
    if (end === '') throw damaged('XML 中有不完整的实体', 'the XML has an incomplete entity');
    return characterOf(reference);
  });
};
