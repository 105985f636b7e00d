/** Before a year: it is compared with, carried to, or the end of a span; not what the text is about. */
const NOT_ITS_OWN = new Set('比较与转至到年－-');

const digit = (text: string, place: number): number => {
  const code = text.charCodeAt(place);
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
};

/** The year that texts name most often, the first of equals; 0 where they name none. */
export const reportYear = (texts: readonly string[]): number => {
  const counts = new Map<number, number>();
  for (const text of texts) {
    for (let at = text.indexOf('年'); at >= 0; at = text.indexOf('年', at + 1)) {
      const last = text[at - 1] === ' ' ? at - 2 : at - 1;
      const [a, b, c, d] = [
        digit(text, last - 3),
        digit(text, last - 2),
        digit(text, last - 1),
        digit(text, last),
      ];
      if (a !== 2 || b !== 0 || c < 0 || d < 0) continue;
      if (NOT_ITS_OWN.has(text[last - 4] ?? '') || text.startsWith('结转', at + 1)) continue;
      const year = 2000 + c * 10 + d;
      counts.set(year, (counts.get(year) ?? 0) + 1);
    }
  }
  let best = 0;
  for (const [year, count] of counts) if (count > (counts.get(best) ?? 0)) best = year;
  return best;
};
