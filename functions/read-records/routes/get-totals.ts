import * as z from 'zod';
import { VERDICTS } from '../../../shared/checks/examination.ts';
import { UNDATED } from '../../../shared/records/identity.ts';
import { route } from '../../http/route.ts';
import { countRecords } from '../count-records.ts';
import { yearParameter } from '../representations.ts';
import type { Services } from '../services.ts';
import { noParameters } from './parameters.ts';

const countsSchema = z.record(z.enum(VERDICTS), z.number().int());

export const getTotals = route<Services>()({
  method: 'GET',
  path: '/totals',
  name: 'getTotals',
  summary: 'How many current records there are, by year and verdict',
  pathSchema: noParameters,
  querySchema: z.strictObject({ year: yearParameter.optional() }),
  replySchema: z.object({
    years: z.array(z.object({ year: z.number().int().nullable(), verdicts: countsSchema })),
    rejected: z
      .number()
      .int()
      .nullable()
      .describe('Uploads that are no report; null when a year is asked for'),
  }),
  async respond({ reader }, { query: { year } }) {
    const counted = await countRecords(reader, year);
    const rejected = counted.find((each) => each.year === UNDATED)?.verdicts.rejected ?? 0;
    const years = counted
      .map((each) => ({
        year: each.year === UNDATED ? null : each.year,
        verdicts: { ...each.verdicts, rejected: 0 },
      }))
      .filter(({ verdicts }) => Object.values(verdicts).some((count) => count > 0));
    return { body: { years, rejected: year === undefined ? rejected : null } };
  },
});
