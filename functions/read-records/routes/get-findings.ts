import * as z from 'zod';
import { route } from '../../http/route.ts';
import { currentRecord } from '../current-record.ts';
import { toPart } from '../representations.ts';
import { reviewedFindings } from '../reviewed-findings.ts';
import { reviewsOf } from '../reviews-of.ts';
import type { Services } from '../services.ts';
import { noParameters, reportParameters } from './parameters.ts';
import { partSchema, reviewedFindingSchema } from './published-schemas.ts';

export const getFindings = route<Services>()({
  method: 'GET',
  path: '/reports/{agency}/{year}/findings',
  name: 'getFindings',
  summary: 'What does not hold in a report: rule, place, numbers, cause, repairs and reviews',
  pathSchema: reportParameters,
  querySchema: noParameters,
  replySchema: partSchema.extend({ findings: z.array(reviewedFindingSchema) }),
  async respond({ reader, documents }, { path }) {
    const record = await currentRecord(reader, path);
    const [{ findings }, reviews] = await Promise.all([
      documents.read(record.document),
      reviewsOf(reader, record, path),
    ]);
    return { body: { ...toPart(record), findings: reviewedFindings(findings, reviews) } };
  },
});
