import { NARRATIVE_RULES } from './narrative/narrative-rules.ts';
import { remediesTotal } from './remedies/total.ts';
import { requestsBalance } from './requests/balance.ts';
import { requestsClosedTotal } from './requests/closed-total.ts';
import { requestsJointFilling } from './requests/joint-filling.ts';
import { requestsRowTotal } from './requests/row-total.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order in which outcomes and findings are listed. */
export const RULES: readonly Rule[] = [
  requestsRowTotal,
  requestsClosedTotal,
  requestsBalance,
  requestsJointFilling,
  remediesTotal,
  ...NARRATIVE_RULES,
];
