import * as z from 'zod';
import { type Route, route } from '../http/route.ts';
import { positionSchema } from '../read-records/list-records.ts';
import { yearParameter } from '../read-records/representations.ts';
import { recheckPage } from './recheck-page.ts';
import { reportChangeSchema } from './report-change.ts';
import type { Services } from './services.ts';

/** Reports of one page: a page must be done within half a minute. */
const LIMIT = 25;

const selection = {
  year: yearParameter.optional(),
  agency: z.string().min(1).max(220).optional().describe('Exactly as in the record; all its years at once'),
  from: z
    .enum(['stored', 'source'])
    .default('stored')
    .describe('`stored`: what was read then; `source`: the originals, read again, also the rejected ones'),
  cursor: z.string().max(1000).optional().describe('`next` of the page before, with the same filters'),
};

const querySchema = z.strictObject({
  ...selection,
  limit: z.coerce.number().int().min(1).max(LIMIT).default(10),
});
const bodySchema = z.strictObject({ ...selection, limit: z.int().min(1).max(LIMIT).default(10) });

const pageSchema = z.object({
  ruleSet: z.number().int(),
  items: z.array(reportChangeSchema),
  queued: z.number().int().describe('Reports put into the queue to be checked again; 0 in a preview'),
  next: z.string().nullable().describe('Cursor of the next page; null at the end'),
});

const answer = async (
  { cursors, ...services }: Services,
  { year, agency, from, cursor, limit }: z.infer<typeof querySchema>,
  apply: boolean,
) => {
  const list = JSON.stringify(['rechecks', year ?? null, from]);
  const position = cursor === undefined ? undefined : cursors.read(list, cursor, positionSchema);
  const page = await recheckPage(
    { cursors, ...services },
    { year, agency, fromSource: from === 'source', limit },
    position,
  );
  const orders = apply ? page.proposals.filter(({ change }) => change.due).map(({ order }) => order) : [];
  await services.orders.place(orders);
  return {
    ruleSet: services.ruleSet,
    items: page.proposals.map(({ change }) => change),
    queued: orders.length,
    next: page.next ? cursors.issue(list, page.next) : null,
  };
};

const previewRechecks = route<Services>()({
  method: 'GET',
  path: '/rechecks',
  name: 'previewRechecks',
  summary: 'What the present rules would change in stored reports, page by page; nothing is written',
  scope: 'recheck',
  pathSchema: z.strictObject({}),
  querySchema,
  replySchema: pageSchema,
  async respond(services, { query }) {
    return { body: await answer(services, query, false), headers: { 'cache-control': 'no-store' } };
  },
});

const applyRechecks = route<Services>()({
  method: 'POST',
  path: '/rechecks',
  name: 'applyRechecks',
  summary:
    'Orders one page of stored reports to be checked again: recorded, and announced where something is new',
  scope: 'recheck',
  status: 202,
  pathSchema: z.strictObject({}),
  querySchema: z.strictObject({}),
  bodySchema,
  replySchema: pageSchema,
  async respond(services, { body }) {
    return { body: await answer(services, body, true) };
  },
});

/** Every route of re-checking. */
export const RECHECK_ROUTES: readonly Route<Services>[] = [previewRechecks, applyRechecks];
