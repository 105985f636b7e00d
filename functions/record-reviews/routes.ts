import * as z from 'zod';
import { fingerprint as fingerprintOf } from '../../shared/records/fingerprint.ts';
import { reviewSchema } from '../../shared/records/review.ts';
import type { Documents } from '../documents.ts';
import { Problem } from '../http/problem.ts';
import { type Route, route } from '../http/route.ts';
import { currentRecord } from '../read-records/current-record.ts';
import type { RecordReader } from '../read-records/record-reader.ts';
import { reportParameters } from '../read-records/routes/parameters.ts';
import type { ReviewWriter } from './review-writer.ts';

export interface Services {
  readonly reader: Pick<RecordReader, 'current'>;
  readonly documents: Documents;
  readonly reviews: ReviewWriter;
  readonly now: () => Date;
}

const findingParameters = reportParameters.extend({
  fingerprint: reviewSchema.shape.fingerprint.describe(
    'Of the finding, as the findings of the report tell it',
  ),
});

const by = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .optional()
  .describe('Who says so; where the gateway knows the caller, the caller stands and this is ignored');

const putReview = route<Services>()({
  method: 'PUT',
  path: '/reports/{agency}/{year}/reviews/{fingerprint}',
  name: 'putReview',
  summary: 'Confirms or dismisses a finding; a dismissed one raises no alert until its values change',
  scope: 'review',
  pathSchema: findingParameters,
  querySchema: z.strictObject({}),
  bodySchema: z.discriminatedUnion('verdict', [
    z.strictObject({ verdict: z.literal('confirmed'), reason: z.string().max(1000).optional(), by }),
    z.strictObject({ verdict: z.literal('dismissed'), reason: z.string().trim().min(1).max(1000), by }),
  ]),
  replySchema: reviewSchema,
  async respond({ reader, documents, reviews, now }, { path, body, caller }) {
    const { agency, year, fingerprint } = path;
    const { document } = await currentRecord(reader, path);
    const { findings } = await documents.read(document);
    if (!findings.some((finding) => fingerprintOf(finding) === fingerprint))
      throw new Problem('not-found', 'The report has no such finding now.');
    const review = {
      fingerprint,
      verdict: body.verdict,
      ...(body.reason !== undefined && { reason: body.reason }),
      by: (caller ?? body.by ?? 'unnamed').slice(0, 200),
      at: now().toISOString(),
    };
    await reviews.write(agency, year, review);
    return { body: review };
  },
});

const deleteReview = route<Services>()({
  method: 'DELETE',
  path: '/reports/{agency}/{year}/reviews/{fingerprint}',
  name: 'deleteReview',
  summary: 'Takes a review back',
  scope: 'review',
  status: 204,
  pathSchema: findingParameters,
  querySchema: z.strictObject({}),
  async respond({ reviews }, { path: { agency, year, fingerprint } }) {
    await reviews.remove(agency, year, fingerprint);
    return { text: '', contentType: 'text/plain' };
  },
});

/** Every route that takes reviews. */
export const REVIEW_ROUTES: readonly Route<Services>[] = [putReview, deleteReview];
