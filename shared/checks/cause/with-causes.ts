import type { Arithmetic } from '../arithmetic/arithmetic.ts';
import type { Cause, Finding } from '../outcome.ts';
import { requestsJointFilling } from '../requests/joint-filling.ts';
import { valuesFraction } from '../values/fraction.ts';
import { valuesNegative } from '../values/negative.ts';
import type { Causes } from './causes.ts';

/** Rules about a single value that the repair of a relation may set right as well. */
const OF_ONE_VALUE: readonly string[] = [valuesNegative.id, valuesFraction.id];

const changing = (causes: Causes, figure: string | undefined): Cause | undefined =>
  [...causes.values()].find(({ repairs }) =>
    repairs.some((changes) => changes.some((c) => c.figure === figure)),
  );

/**
 * Gives each finding the cause that explains it: a failed relation its own, a joint conflict that of the relations
 * it involves, an impossible value that of the repair which changes it.
 */
export const withCauses = (
  findings: readonly Finding[],
  causes: Causes,
  arithmetic: Arithmetic,
): Finding[] => {
  if (causes.size === 0) return [...findings];
  const joint = arithmetic.jointConflicts.find(({ relations }) => relations[0]?.table === 'requests');
  return findings.map((finding) => {
    const { rule, subject, operands } = finding;
    const cause =
      rule === requestsJointFilling.id
        ? causes.get(joint?.relations[0]?.id ?? '')
        : OF_ONE_VALUE.includes(rule)
          ? changing(causes, operands[0]?.figure)
          : causes.get(`${rule}#${subject}`);
    return cause ? { ...finding, cause } : finding;
  });
};
