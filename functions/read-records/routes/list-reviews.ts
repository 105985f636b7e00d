import * as z from 'zod';
import { reviewSchema } from '../../../shared/records/review.ts';
import { route } from '../../http/route.ts';
import type { Services } from '../services.ts';
import { noParameters, reportParameters } from './parameters.ts';

export const listReviews = route<Services>()({
  method: 'GET',
  path: '/reports/{agency}/{year}/reviews',
  name: 'listReviews',
  summary: 'What people said of the findings of a report, also of those that are gone',
  pathSchema: reportParameters,
  querySchema: noParameters,
  replySchema: z.object({ items: z.array(reviewSchema) }),
  async respond({ reader }, { path: { agency, year } }) {
    return { body: { items: await reader.reviews(agency, year) } };
  },
});
