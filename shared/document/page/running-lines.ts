import type { FlowItem, FlowLine } from './flow.ts';

/** Only lines in this share of the page's height, at its top and at its bottom, can be running lines. */
const MARGIN_SHARE = 0.13;
/** Lines looked at from the outside in. */
const OUTERMOST = 3;
/** How far the same running line may move from page to page (points). */
const SAME_HEIGHT = 5;

/** A page number as printed: 1, - 1 -, — 1 —, · 1 ·, 第1页, 第 1 页 共 3 页, 1/3, Page 1 of 3. */
export const PAGE_NUMBER =
  /^[\s\-—–−－_~·•.]*(?:第\s*\d{1,3}\s*页|\d{1,3}|page\s*\d{1,3})(?:\s*(?:[/／]|of|[，,、]?\s*共)\s*\d{1,3}\s*页?)?[\s\-—–−－_~·•.]*$/i;

/** 续表, （接上表）: printed over the part of a table that goes on. */
const CONTINUED = /^[（(]?\s*(?:续\s*上?\s*|接\s*上\s*)[表页][一二三四\d]?\s*[）)]?$/;

/** What stays the same of a running line from page to page. */
const keyOf = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, '');

const linesAt = (items: readonly FlowItem[], height: number): FlowLine[] => {
  const lines = items.filter((item): item is FlowLine => item.kind === 'line');
  const top = lines.slice(0, OUTERMOST).filter((line) => line.bottom < MARGIN_SHARE * height);
  const bottom = lines.slice(-OUTERMOST).filter((line) => line.top > (1 - MARGIN_SHARE) * height);
  return [...new Set([...top, ...bottom])];
};

/**
 * Takes page numbers and running headers and footers out of the pages: a page number is known by its form, any
 * other running line by standing in the same place on at least half of the pages.
 */
export const withoutRunningLines = (
  pages: readonly (readonly FlowItem[])[],
  heights: readonly number[],
): FlowItem[][] => {
  const candidates = pages.map((items, i) => linesAt(items, heights[i] ?? 0));
  const places = new Map<string, { page: number; baseline: number }[]>();
  for (const [page, lines] of candidates.entries()) {
    for (const { text, baseline } of lines) {
      const key = keyOf(text);
      places.set(key, [...(places.get(key) ?? []), { page, baseline }]);
    }
  }
  const runs = ({ text, baseline }: FlowLine): boolean => {
    const near = (places.get(keyOf(text)) ?? []).filter(
      (place) => Math.abs(place.baseline - baseline) <= SAME_HEIGHT,
    );
    const onPages = new Set(near.map(({ page }) => page)).size;
    return onPages >= 2 && onPages * 2 >= pages.length;
  };
  return pages.map((items, page) => {
    const dropped = new Set<FlowItem>(
      candidates[page]?.filter(
        (line) => PAGE_NUMBER.test(line.text) || CONTINUED.test(line.text) || runs(line),
      ),
    );
    return items.filter((item) => !dropped.has(item));
  });
};
