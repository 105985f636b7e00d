import type { Rule } from '../rule.ts';

/** The rules that hold the narrative against the tables, in the order of the catalogue. */
export const NARRATIVE_RULES: readonly Rule[] = [];
