import { createHash } from 'node:crypto';
import { type CheckedWith, checkId } from '../records/check-identity.ts';

/**
 * The id of an event: 32 hexadecimal digits of type, record and check, that is, of version and rule set, of newer
 * readers, and of the record of the year before it was held against. The same check always announces itself under
 * the same id, whoever asked for it, so that consumers can drop what they have seen.
 */
export const eventId = (type: string, subject: string, check: CheckedWith): string =>
  createHash('sha256')
    .update([type, subject, checkId(check)].join('\n'))
    .digest('hex')
    .slice(0, 32);
