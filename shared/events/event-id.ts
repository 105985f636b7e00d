import { createHash } from 'node:crypto';
import { basisId, type CheckedWith, readingOf } from '../records/check-identity.ts';

/**
 * The id of an event: 32 hexadecimal digits of type, record, version and rule set, so that the same work always
 * announces itself under the same id, and consumers can drop what they have seen. Newer readers, and for a later
 * check the record of the year before it was held against, make another id: they are other work.
 */
export const eventId = (
  type: string,
  subject: string,
  { version, ruleSet, reading, basis, recheck }: CheckedWith & { readonly recheck?: true | undefined },
): string => {
  const parts = [type, subject, readingOf({ version, reading }), ruleSet];
  if (recheck && basis) parts.push(basisId(basis));
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
};
