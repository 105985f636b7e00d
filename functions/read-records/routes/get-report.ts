import { PAGE_TYPE } from '../../../console/page.ts';
import { reportPage } from '../../../console/report-page.ts';
import { reviewStanding, reviewStandingSchema } from '../../../shared/records/review-standing.ts';
import { route } from '../../http/route.ts';
import { currentRecord } from '../current-record.ts';
import { pageReply } from '../page-reply.ts';
import { recordSchema, toPart, toRepresentation } from '../representations.ts';
import { reviewedFindings } from '../reviewed-findings.ts';
import { reviewsOf } from '../reviews-of.ts';
import type { Services } from '../services.ts';
import { noParameters, reportParameters } from './parameters.ts';

export const getReport = route<Services>()({
  method: 'GET',
  path: '/reports/{agency}/{year}',
  name: 'getReport',
  summary: 'The current record of an agency and year; as a page, with its findings and tables',
  pathSchema: reportParameters,
  querySchema: noParameters,
  produces: ['application/json', PAGE_TYPE],
  replySchema: recordSchema.extend({ review: reviewStandingSchema }),
  async respond({ reader, documents }, { path, accepts }) {
    const record = await currentRecord(reader, path);
    const { links, ...shown } = toRepresentation(record);
    if (accepts !== PAGE_TYPE) {
      const reviews = await reviewsOf(reader, record, path);
      return { body: { ...shown, links, review: reviewStanding(record, reviews) } };
    }
    const [reviews, { report, findings }] = await Promise.all([
      reviewsOf(reader, record, path),
      documents.read(record.document),
    ]);
    // A record of an agency and year is of a report that was read.
    if (!report) throw new Error(`${record.document} holds no report`);
    const { agency, year, verdict } = toPart(record);
    return pageReply(
      reportPage({
        agency,
        year,
        verdict,
        source: record.source,
        uploadedAt: record.object.uploadedAt,
        links: {
          ...links,
          figuresCsv: `${links.figures}.csv`,
          agency: `/reports?agency=${encodeURIComponent(agency)}`,
        },
        report,
        findings: reviewedFindings(findings, reviews),
      }),
    );
  },
});
