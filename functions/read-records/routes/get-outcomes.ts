import * as z from 'zod';
import { route } from '../../http/route.ts';
import { currentRecord } from '../current-record.ts';
import { toPart } from '../representations.ts';
import type { Services } from '../services.ts';
import { noParameters, reportParameters } from './parameters.ts';
import { outcomeSchema, partSchema } from './published-schemas.ts';

export const getOutcomes = route<Services>()({
  method: 'GET',
  path: '/reports/{agency}/{year}/outcomes',
  name: 'getOutcomes',
  summary: 'What every rule says of every subject of a report',
  pathSchema: reportParameters,
  querySchema: noParameters,
  replySchema: partSchema.extend({ outcomes: z.array(outcomeSchema) }),
  async respond({ reader, documents }, { path }) {
    const record = await currentRecord(reader, path);
    const { outcomes } = await documents.read(record.document);
    return { body: { ...toPart(record), outcomes: outcomes.map((outcome) => ({ ...outcome })) } };
  },
});
