import * as z from 'zod';
import { route } from '../../http/route.ts';
import { currentRecord } from '../current-record.ts';
import type { Services } from '../services.ts';
import { noParameters, reportParameters } from './parameters.ts';

export const getOriginal = route<Services>()({
  method: 'GET',
  path: '/reports/{agency}/{year}/original',
  name: 'getOriginal',
  summary: 'A short-lived link to the file as it was uploaded',
  pathSchema: reportParameters,
  querySchema: noParameters,
  replySchema: z.object({
    href: z.string(),
    expiresAt: z.iso.datetime(),
    name: z.string(),
    bytes: z.number().int(),
    sha256: z.string().optional(),
  }),
  async respond({ reader, originals }, { path }) {
    const { object, source } = await currentRecord(reader, path);
    const { href, expiresAt } = await originals.link(object, source.name);
    return {
      body: {
        href,
        expiresAt,
        name: source.name,
        bytes: source.bytes,
        ...(source.sha256 && { sha256: source.sha256 }),
      },
      headers: { 'cache-control': 'no-store' },
    };
  },
});
