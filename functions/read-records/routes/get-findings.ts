import * as z from 'zod';
import type { Finding } from '../../../shared/checks/outcome.ts';
import { fingerprint } from '../../../shared/records/fingerprint.ts';
import { route } from '../../http/route.ts';
import { currentRecord } from '../current-record.ts';
import { toPart } from '../representations.ts';
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
    const reviewed = new Map(reviews.map((review) => [review.fingerprint, review]));
    const withReview = (finding: Finding) => {
      const id = fingerprint(finding);
      const review = reviewed.get(id);
      const operands = finding.operands.map((operand) => ({ ...operand }));
      return { ...finding, operands, fingerprint: id, ...(review && { review }) };
    };
    return { body: { ...toPart(record), findings: findings.map(withReview) } };
  },
});
