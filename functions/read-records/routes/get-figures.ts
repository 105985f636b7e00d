import * as z from 'zod';
import type { Published } from '../../../shared/checks/publish.ts';
import type { StoredRecord } from '../../../shared/records/stored-record.ts';
import type { TextReply } from '../../http/route.ts';
import { route } from '../../http/route.ts';
import { currentRecord } from '../current-record.ts';
import { figuresCsv } from '../figures-csv.ts';
import { toPart } from '../representations.ts';
import type { Services } from '../services.ts';
import { noParameters, reportParameters } from './parameters.ts';
import { figureSchema, partSchema } from './published-schemas.ts';

const CSV = 'text/csv';

const figuresOf = ({ report }: Published) => report?.figures ?? {};

const csvReply = (record: StoredRecord, document: Published): TextReply => {
  const name = encodeURIComponent(`${record.agency}-${record.year || 'undated'}.csv`);
  return {
    text: figuresCsv(figuresOf(document)),
    contentType: `${CSV}; charset=utf-8`,
    // RFC 6266, 4.3: the extended notation for names outside ISO-8859-1.
    headers: { 'content-disposition': `attachment; filename*=UTF-8''${name}` },
  };
};

const common = { method: 'GET', pathSchema: reportParameters, querySchema: noParameters } as const;

export const getFigures = route<Services>()({
  ...common,
  path: '/reports/{agency}/{year}/figures',
  name: 'getFigures',
  summary: 'Every number of the three tables with its state and place, as JSON or CSV',
  produces: ['application/json', CSV],
  replySchema: partSchema.extend({ figures: z.record(z.string(), figureSchema) }),
  async respond({ reader, documents }, { path, accepts }) {
    const record = await currentRecord(reader, path);
    const document = await documents.read(record.document);
    if (accepts === CSV) return csvReply(record, document);
    const figures = Object.fromEntries(
      Object.entries(figuresOf(document)).map(([id, figure]) => [
        id,
        { ...figure, at: figure.at && { ...figure.at } },
      ]),
    );
    return { body: { ...toPart(record), figures } };
  },
});

export const getFiguresCsv = route<Services>()({
  ...common,
  path: '/reports/{agency}/{year}/figures.csv',
  name: 'getFiguresCsv',
  summary: 'The same as CSV, for a browser or a spreadsheet',
  produces: [CSV],
  async respond({ reader, documents }, { path }) {
    const record = await currentRecord(reader, path);
    return csvReply(record, await documents.read(record.document));
  },
});
