import * as z from 'zod';
import { VERDICTS } from '../../../shared/checks/examination.ts';
import { fingerprint } from '../../../shared/records/fingerprint.ts';
import { reviewSchema } from '../../../shared/records/review.ts';
import { route } from '../../http/route.ts';
import { currentRecord } from '../current-record.ts';
import type { Services } from '../services.ts';
import { noParameters, reportParameters } from './parameters.ts';

const findingSchema = z.looseObject({
  rule: z.string(),
  subject: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.object({ zh: z.string(), en: z.string() }),
  operands: z.array(
    z.looseObject({
      figure: z.string().optional(),
      claim: z.string().optional(),
      value: z.number().nullable(),
    }),
  ),
  fingerprint: z.string().describe('Names the finding as long as its values stay'),
  review: reviewSchema.optional(),
});

export const getFindings = route<Services>()({
  method: 'GET',
  path: '/reports/{agency}/{year}/findings',
  name: 'getFindings',
  summary: 'What does not hold in a report: rule, place, numbers, cause and repairs',
  pathSchema: reportParameters,
  querySchema: noParameters,
  replySchema: z.object({
    agency: z.string(),
    version: z.string(),
    verdict: z.enum(VERDICTS),
    findings: z.array(findingSchema),
  }),
  async respond({ reader, documents }, { path }) {
    const record = await currentRecord(reader, path);
    const [{ findings }, reviews] = await Promise.all([
      documents.read(record.document),
      reader.reviews(path.agency, path.year),
    ]);
    const reviewed = new Map(reviews.map((review) => [review.fingerprint, review]));
    return {
      body: {
        agency: path.agency,
        version: record.version,
        verdict: record.verdict,
        findings: findings.map((finding) => {
          const id = fingerprint(finding);
          const review = reviewed.get(id);
          return {
            ...finding,
            operands: finding.operands.map((operand) => ({ ...operand })),
            fingerprint: id,
            ...(review && { review }),
          };
        }),
      },
    };
  },
});
