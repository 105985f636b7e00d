import { createHash } from 'node:crypto';
import type { Finding } from '../checks/outcome.ts';

/**
 * Names a finding by rule, subject and the values involved: 16 hexadecimal digits. A person's verdict on it holds
 * through every new check, and lapses when one of the values changes.
 */
export const fingerprint = (finding: Finding): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        finding.rule,
        finding.subject,
        finding.operands.map(({ figure, claim, value }) => [figure ?? claim ?? null, value]),
        finding.expected ?? null,
        finding.actual ?? null,
      ]),
    )
    .digest('hex')
    .slice(0, 16);
