import * as z from 'zod';
import { route } from '../../http/route.ts';
import type { Services } from '../services.ts';
import { noParameters } from './parameters.ts';

export const getOpenApi = route<Services>()({
  method: 'GET',
  path: '/openapi.json',
  name: 'getOpenApi',
  summary: 'This description of the API',
  pathSchema: noParameters,
  querySchema: noParameters,
  replySchema: z.looseObject({ openapi: z.string() }),
  async respond({ openApi }) {
    return { body: openApi() };
  },
});
