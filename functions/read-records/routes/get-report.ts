import { reviewStanding, reviewStandingSchema } from '../../../shared/records/review-standing.ts';
import { route } from '../../http/route.ts';
import { currentRecord } from '../current-record.ts';
import { recordSchema, toRepresentation } from '../representations.ts';
import { reviewsOf } from '../reviews-of.ts';
import type { Services } from '../services.ts';
import { noParameters, reportParameters } from './parameters.ts';

export const getReport = route<Services>()({
  method: 'GET',
  path: '/reports/{agency}/{year}',
  name: 'getReport',
  summary: 'The current record of an agency and year',
  pathSchema: reportParameters,
  querySchema: noParameters,
  replySchema: recordSchema.extend({ review: reviewStandingSchema }),
  async respond({ reader }, { path }) {
    const record = await currentRecord(reader, path);
    const reviews = await reviewsOf(reader, record, path);
    return { body: { ...toRepresentation(record), review: reviewStanding(record, reviews) } };
  },
});
