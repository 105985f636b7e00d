import { headerDeadline } from './header/deadline.ts';
import { headerIdentity } from './header/identity.ts';
import { headerPeriod } from './header/period.ts';
import { headerSignedAfterPeriod } from './header/signed-after-period.ts';
import { headerYear } from './header/year.ts';
import { NARRATIVE_RULES } from './narrative/narrative-rules.ts';
import { remediesTotal } from './remedies/total.ts';
import { requestsBalance } from './requests/balance.ts';
import { requestsClosedTotal } from './requests/closed-total.ts';
import { requestsJointFilling } from './requests/joint-filling.ts';
import { requestsRowTotal } from './requests/row-total.ts';
import type { Rule } from './rule.ts';
import { structureOrder } from './structure/order.ts';
import { structureSections } from './structure/sections.ts';
import { structureTemplateYear } from './structure/template-year.ts';
import { valuesFraction } from './values/fraction.ts';
import { valuesNegative } from './values/negative.ts';
import { valuesUnit } from './values/unit.ts';
import { valuesUnreadable } from './values/unreadable.ts';

/** Every rule, in the order in which outcomes and findings are listed. */
export const RULES: readonly Rule[] = [
  requestsRowTotal,
  requestsClosedTotal,
  requestsBalance,
  requestsJointFilling,
  remediesTotal,
  valuesNegative,
  valuesFraction,
  valuesUnreadable,
  valuesUnit,
  ...NARRATIVE_RULES,
  structureSections,
  structureOrder,
  structureTemplateYear,
  headerIdentity,
  headerYear,
  headerPeriod,
  headerSignedAfterPeriod,
  headerDeadline,
];
