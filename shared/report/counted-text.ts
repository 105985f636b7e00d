import type { Message } from '../document/rejection.ts';
import type { Figures } from './report.ts';

/** How many of a report's figures were read, and how many of its cells are empty. */
export const countedText = (figures: Figures, language: keyof Message): string => {
  const all = Object.values(figures);
  const read = all.filter(({ value }) => value !== null).length;
  const blank = all.filter(({ state }) => state === 'blank' || state === 'notApplicable').length;
  return language === 'zh'
    ? `${all.length} 个数读出 ${read} 个${blank ? `，空 ${blank}` : ''}`
    : `${read} of ${all.length} figures${blank ? `, ${blank} blank` : ''}`;
};
