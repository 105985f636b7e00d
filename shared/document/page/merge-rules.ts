import { LIMITS } from '../limits.ts';
import { overLimit } from '../unreadable.ts';
import type { Rule } from './page.ts';

/** Pieces this near to one line, across or along it, belong to it (points): borders are drawn cell by cell. */
const ACROSS = 1.2;
const ALONG = 3;

const mergeAlong = (line: readonly Rule[]): Rule[] => {
  const merged: { axis: Rule['axis']; position: number; from: number; to: number }[] = [];
  for (const piece of [...line].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && piece.from <= last.to + ALONG) last.to = Math.max(last.to, piece.to);
    else merged.push({ ...piece });
  }
  return merged;
};

/**
 * The rules with the pieces of one line put together. Throws `Unreadable` when more than the limit remain:
 * what follows compares each with each.
 */
export const mergeRules = (rules: readonly Rule[]): Rule[] => {
  const merged: Rule[] = [];
  for (const axis of ['horizontal', 'vertical'] as const) {
    let line: Rule[] = [];
    for (const rule of rules.filter((r) => r.axis === axis).sort((a, b) => a.position - b.position)) {
      const first = line[0];
      if (first && rule.position - first.position > ACROSS) {
        merged.push(...mergeAlong(line));
        line = [];
      }
      line.push(rule);
    }
    merged.push(...mergeAlong(line));
    if (merged.length > LIMITS.rules.limit) throw overLimit('rules');
  }
  return merged;
};
