import { route } from '../../http/route.ts';
import { currentRecord } from '../current-record.ts';
import type { Services } from '../services.ts';
import { noParameters, reportParameters } from './parameters.ts';
import { documentSchema } from './published-schemas.ts';

export const getDocument = route<Services>()({
  method: 'GET',
  path: '/reports/{agency}/{year}/document',
  name: 'getDocument',
  summary:
    'The whole examination, as `gouji check --history` prints it: figures, claims, sections, outcomes, findings',
  pathSchema: reportParameters,
  querySchema: noParameters,
  replySchema: documentSchema,
  async respond({ reader, documents }, { path }) {
    const { document } = await currentRecord(reader, path);
    return { body: { ...(await documents.read(document)) } as never };
  },
});
