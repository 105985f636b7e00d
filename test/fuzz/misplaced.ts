import { FIRST_DISTINCT } from './distinct.ts';
import type { Examined } from './examined.ts';

/**
 * Figures stated with the number of another figure, where every cell has a number of its own: a small change can make
 * a cell unreadable, but has no words or numbers by which it could move one. It finds faults inside the rows that the
 * change touched, which `contradictions` must leave alone.
 */
export const misplaced = (before: Examined, after: Examined): string[] => {
  const owners = new Map<number, string | undefined>();
  for (const [id, { value, state }] of Object.entries(before.figures)) {
    if (state !== 'stated' || value === null || value < FIRST_DISTINCT) continue;
    owners.set(value, owners.has(value) ? undefined : id);
  }
  return Object.entries(after.figures).flatMap(([id, { value, state }]) => {
    const owner = state === 'stated' && value !== null ? owners.get(value) : undefined;
    return owner === undefined || owner === id ? [] : [`${id}: stated ${value}, which is ${owner}`];
  });
};
