import * as z from 'zod';
import { PAGE_TYPE } from '../../../console/page.ts';
import { uploadPage } from '../../../console/upload-page.ts';
import { VERDICTS } from '../../../shared/checks/examination.ts';
import { REJECTION_REASONS } from '../../../shared/document/rejection.ts';
import { reportPath } from '../../../shared/events/events-of.ts';
import { Problem } from '../../http/problem.ts';
import { route } from '../../http/route.ts';
import { pageReply } from '../page-reply.ts';
import type { Services } from '../services.ts';
import { noParameters } from './parameters.ts';
import { messageSchema } from './published-schemas.ts';

export const getUpload = route<Services>()({
  method: 'GET',
  path: '/uploads/{id}',
  name: 'getUpload',
  summary: 'What became of the newest version of an uploaded object',
  pathSchema: z.object({ id: z.string().regex(/^[0-9a-f]{16}$/) }),
  querySchema: noParameters,
  produces: ['application/json', PAGE_TYPE],
  replySchema: z.object({
    id: z.string(),
    bucket: z.string(),
    key: z.string(),
    version: z.string(),
    verdict: z.enum(VERDICTS),
    reason: z.enum(REJECTION_REASONS).optional(),
    message: messageSchema.optional(),
    uploadedAt: z.string(),
    recordedAt: z.string(),
    report: z.string().nullable().describe('Path of the report, unless the upload was rejected'),
  }),
  async respond({ reader }, { path: { id }, accepts }) {
    const outcome = await reader.object(id);
    if (!outcome) throw new Problem('not-found', 'Nothing is known of this upload; it may still be waiting.');
    const { object, version, reason, message, recordedAt, agency, year } = outcome;
    // A later check of the same upload may have come to another verdict since.
    const current =
      agency === undefined || year === undefined ? undefined : await reader.current(agency, year);
    const { verdict } = current?.version === version ? current : outcome;
    const report = agency === undefined || year === undefined ? null : `/${reportPath(agency, year)}`;
    const { uploadedAt } = object;
    if (accepts === PAGE_TYPE)
      return pageReply(uploadPage({ key: object.key, verdict, message, uploadedAt, report }));
    return {
      body: {
        id,
        bucket: object.bucket,
        key: object.key,
        version,
        verdict,
        ...(reason && { reason }),
        ...(message && { message }),
        uploadedAt,
        recordedAt,
        report,
      },
    };
  },
});
