import * as z from 'zod';
import { listPage } from '../../../console/list-page.ts';
import { PAGE_TYPE } from '../../../console/page.ts';
import { VERDICTS } from '../../../shared/checks/examination.ts';
import { objectId, yearSegment } from '../../../shared/records/identity.ts';
import { route } from '../../http/route.ts';
import { listRecords, positionSchema } from '../list-records.ts';
import { pageReply } from '../page-reply.ts';
import { recordEntrySchema, toEntry, yearParameter } from '../representations.ts';
import type { Services } from '../services.ts';
import { noParameters } from './parameters.ts';

export const listReports = route<Services>()({
  method: 'GET',
  path: '/reports',
  name: 'listReports',
  summary: 'Current records, by year (newest first) and agency; rejected uploads last',
  pathSchema: noParameters,
  querySchema: z.strictObject({
    year: yearParameter.optional(),
    agency: z.string().min(1).max(220).optional().describe('Exactly as in the record; all its years at once'),
    verdict: z.enum(VERDICTS).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(1000).optional().describe('`next` of the page before, with the same filters'),
  }),
  produces: ['application/json', PAGE_TYPE],
  replySchema: z.object({
    items: z.array(recordEntrySchema),
    next: z.string().nullable().describe('Cursor of the next page; null at the end'),
  }),
  async respond({ reader, cursors }, { query, accepts }) {
    const { year, agency, verdict, limit, cursor } = query;
    const answer = (items: z.infer<typeof recordEntrySchema>[], next: string | null) => {
      if (accepts !== PAGE_TYPE) return { body: { items, next } };
      const shownYear = year === undefined ? undefined : yearSegment(year);
      return pageReply(listPage(items, { year: shownYear, agency, verdict }, next));
    };
    if (agency !== undefined) {
      const records = (await reader.agency(agency))
        .filter((record) => year === undefined || record.year === year)
        .filter((record) => verdict === undefined || record.verdict === verdict)
        .reverse();
      const items = records.map((record) =>
        toEntry({
          ...record,
          listSort: '',
          errors: record.counts.findings.error,
          warnings: record.counts.findings.warning,
          format: record.source.format,
          name: record.source.name,
          objectId: objectId(record.object),
          uploadedAt: record.object.uploadedAt,
        }),
      );
      return answer(items, null);
    }
    const list = JSON.stringify(['reports', year ?? null, verdict ?? null]);
    const position = cursor === undefined ? undefined : cursors.read(list, cursor, positionSchema);
    const page = await listRecords(reader, { year, verdict }, limit, position);
    return answer(page.entries.map(toEntry), page.next ? cursors.issue(list, page.next) : null);
  },
});
