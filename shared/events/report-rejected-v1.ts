import * as z from 'zod';
import { REJECTION_REASONS } from '../document/rejection.ts';
import { cloudEvent } from './cloud-event.ts';

/** No report could be read from an upload. */
export const reportRejectedV1 = cloudEvent(
  'report.rejected.v1',
  z.object({
    version: z.string().describe('The upload: 20 hexadecimal digits of bucket, key and version id'),
    ruleSet: z.number().int().describe('Version of the rules that were applied'),
    verdict: z.literal('rejected'),
    reason: z.enum(REJECTION_REASONS),
    message: z.object({ zh: z.string(), en: z.string() }),
    link: z.string().describe('What became of the upload, in the read API'),
    object: z.object({ bucket: z.string(), key: z.string(), versionId: z.string().optional() }),
    bytes: z.number().int().nonnegative(),
    format: z.string().optional(),
  }),
);
