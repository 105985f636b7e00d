import { RULE_SET_VERSION } from '../shared/checks/rule-set-version.ts';
import { READING_VERSION } from '../shared/report/reading-version.ts';

/** Versions of rules and readers that a function works with. */
export interface Versions {
  readonly ruleSet: number;
  readonly reading: number;
}

/** Those of this code. */
export const PRESENT_VERSIONS: Versions = { ruleSet: Number(RULE_SET_VERSION), reading: READING_VERSION };
