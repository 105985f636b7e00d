import * as z from 'zod';
import { PAGE_TYPE } from '../../../console/page.ts';
import { route } from '../../http/route.ts';
import { currentRecord } from '../current-record.ts';
import type { Services } from '../services.ts';
import { noParameters, reportParameters } from './parameters.ts';

export const getOriginal = route<Services>()({
  method: 'GET',
  path: '/reports/{agency}/{year}/original',
  name: 'getOriginal',
  summary: 'A short-lived link to the file as it was uploaded; a browser is led to it',
  pathSchema: reportParameters,
  querySchema: noParameters,
  produces: ['application/json', PAGE_TYPE],
  leadsBrowsers: true,
  replySchema: z.object({
    href: z.string(),
    expiresAt: z.iso.datetime(),
    name: z.string(),
    bytes: z.number().int(),
    sha256: z.string().optional(),
  }),
  async respond({ reader, originals }, { path, accepts }) {
    const { object, source } = await currentRecord(reader, path);
    const { href, expiresAt } = await originals.link(object, source.name);
    const headers = { 'cache-control': 'no-store' };
    if (accepts === PAGE_TYPE)
      return { text: '', contentType: PAGE_TYPE, status: 303, headers: { ...headers, location: href } };
    return {
      body: {
        href,
        expiresAt,
        name: source.name,
        bytes: source.bytes,
        ...(source.sha256 && { sha256: source.sha256 }),
      },
      headers,
    };
  },
});
