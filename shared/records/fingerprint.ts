import { createHash } from 'node:crypto';
import type { Finding } from '../checks/outcome.ts';

/** Each value with what it is the value of. The year tells apart the same figure of two reports. */
const valuesOf = ({ operands }: Finding): string[] =>
  operands.map(({ figure, claim, year, value }) =>
    JSON.stringify([figure ?? claim ?? null, value, ...(year === undefined ? [] : [year])]),
  );

/**
 * Names a finding by rule, subject and the values involved: 16 hexadecimal digits. A person's verdict on it holds
 * through every new check, and lapses when one of the values changes. Words, places, severity, cause and the order
 * of the values may change without it.
 */
export const fingerprint = (finding: Finding): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        finding.rule,
        finding.subject,
        valuesOf(finding).sort(),
        finding.expected ?? null,
        finding.actual ?? null,
      ]),
    )
    .digest('hex')
    .slice(0, 16);
