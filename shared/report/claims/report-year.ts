import { unitsOf } from '../code-units.ts';

/** Before a year: it is compared with, carried to, or the end of a span; not what the text is about. */
const NOT_ITS_OWN = unitsOf('比较与转至到年－-');

const digit = (text: string, place: number): number => {
  const code = text.charCodeAt(place);
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
};

/** The year 20xx that ends before `年`, undefined where none does, or where the text is not about it. */
const yearBefore = (text: string, sign: number): number | undefined => {
  const last = text[sign - 1] === ' ' ? sign - 2 : sign - 1;
  const ones = digit(text, last);
  const tens = digit(text, last - 1);
  if (ones < 0 || tens < 0 || digit(text, last - 2) !== 0 || digit(text, last - 3) !== 2) return undefined;
  if (NOT_ITS_OWN.has(text.charCodeAt(last - 4)) || text.startsWith('结转', sign + 1)) return undefined;
  return 2000 + tens * 10 + ones;
};

/** The year that a narrative names most often, the first of equals; 0 where it names none. */
export const reportYear = (narrative: string): number => {
  const counts = new Map<number, number>();
  for (let sign = narrative.indexOf('年'); sign >= 0; sign = narrative.indexOf('年', sign + 1)) {
    const year = yearBefore(narrative, sign);
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  let best = 0;
  for (const [year, count] of counts) if (count > (counts.get(best) ?? 0)) best = year;
  return best;
};
