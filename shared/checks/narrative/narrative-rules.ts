import type { Rule } from '../rule.ts';
import { narrativeAllUpheld } from './all-upheld.ts';
import { narrativeBreakdown } from './breakdown.ts';
import { narrativeFigure } from './figure.ts';
import { narrativePercentage } from './percentage.ts';

/** The rules that hold the narrative against the tables, in the order of the catalogue. */
export const NARRATIVE_RULES: readonly Rule[] = [
  narrativeFigure,
  narrativeBreakdown,
  narrativePercentage,
  narrativeAllUpheld,
];
