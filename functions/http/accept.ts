/**
 * Picks the representation that the caller likes best.
 * RFC 9110, 12.5.1: the most specific range that matches gives a type its weight; weight 0 means "not acceptable".
 *
 * @param header the Accept field; absent means anything
 * @param offers media types, the default one first
 */
export const negotiate = (header: string | undefined, offers: readonly string[]): string | undefined => {
  if (!header?.trim()) return offers[0];
  const ranges = header.split(',').map((entry) => {
    const [range = '', ...parameters] = entry
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const weight = Number(parameters.find((p) => p.startsWith('q='))?.slice(2) ?? '1');
    return { range, weight: Number.isFinite(weight) ? weight : 0 };
  });
  const weigh = (offer: string): number => {
    const family = `${offer.split('/')[0]}/*`;
    for (const wanted of [offer, family, '*/*']) {
      const found = ranges.find(({ range }) => range === wanted);
      if (found) return found.weight;
    }
    return 0;
  };
  return offers
    .map((offer) => ({ offer, weight: weigh(offer) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)[0]?.offer;
};
