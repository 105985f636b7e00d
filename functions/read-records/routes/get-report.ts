import { reviewStanding, reviewStandingSchema } from '../../../shared/records/review-standing.ts';
import { route } from '../../http/route.ts';
import { currentRecord } from '../current-record.ts';
import { recordSchema, toRepresentation } from '../representations.ts';
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
    const [record, reviews] = await Promise.all([
      currentRecord(reader, path),
      reader.reviews(path.agency, path.year),
    ]);
    return { body: { ...toRepresentation(record), review: reviewStanding(record, reviews) } };
  },
});
