import { createHash } from 'node:crypto';

/**
 * The id of an event: 32 hexadecimal digits of type, record, version and rule set, so that the same work always
 * announces itself under the same id, and consumers can drop what they have seen.
 */
export const eventId = (type: string, subject: string, version: string, ruleSet: number): string =>
  createHash('sha256').update([type, subject, version, ruleSet].join('\n')).digest('hex').slice(0, 32);
