import * as z from 'zod';
import { VERDICTS } from '../../../shared/checks/examination.ts';
import { figureName } from '../../../shared/report/templates/figure-list.ts';
import { Problem } from '../../http/problem.ts';
import { route } from '../../http/route.ts';
import { toPart } from '../representations.ts';
import type { Services } from '../services.ts';

/** Years whose documents are read for one answer. */
const YEARS = 12;

/** The figures that tell a year at a glance, unless others are asked for. */
const HEADLINES = [
  'requests.received.total',
  'requests.carriedOver.total',
  'requests.closed.total',
  'requests.carriedForward.total',
  'remedies.reconsideration.total',
  'remedies.litigation.total',
];

export const getAgency = route<Services>()({
  method: 'GET',
  path: '/agencies/{agency}',
  name: 'getAgency',
  summary: `An agency's years side by side, the newest ${YEARS}`,
  pathSchema: z.object({ agency: z.string().min(1).max(220) }),
  querySchema: z.strictObject({
    figures: z
      .string()
      .regex(/^[A-Za-z0-9.]{1,80}(,[A-Za-z0-9.]{1,80}){0,39}$/, {
        abort: true,
        error: 'figure ids, separated by commas, at most 40',
      })
      .superRefine((list, context) => {
        const unknown = list.split(',').filter((id) => figureName(id) === undefined);
        if (unknown.length > 0)
          context.addIssue({ code: 'custom', message: `no template has ${unknown.join(', ')}` });
      })
      .optional(),
  }),
  replySchema: z.object({
    agency: z.string(),
    figures: z.array(z.string()),
    years: z.array(
      z.object({
        year: z.number().int().nullable(),
        version: z.string(),
        verdict: z.enum(VERDICTS),
        template: z.string().nullable(),
        errors: z.number().int(),
        warnings: z.number().int(),
        values: z.record(
          z.string(),
          z.object({ value: z.number().nullable(), state: z.string() }).nullable(),
        ),
      }),
    ),
  }),
  async respond({ reader, documents }, { path, query }) {
    const records = (await reader.agency(path.agency)).reverse().slice(0, YEARS);
    if (records.length === 0) throw new Problem('not-found', 'No report of this agency has been recorded.');
    const figures = query.figures?.split(',') ?? HEADLINES;
    const years = await Promise.all(
      records.map(async (record) => {
        const { report } = await documents.read(record.document);
        const { year, version, verdict } = toPart(record);
        return {
          year,
          version,
          verdict,
          template: record.template ?? null,
          errors: record.counts.findings.error,
          warnings: record.counts.findings.warning,
          values: Object.fromEntries(
            figures.map((id) => {
              const figure = report?.figures[id];
              return [id, figure ? { value: figure.value, state: figure.state } : null];
            }),
          ),
        };
      }),
    );
    return { body: { agency: path.agency, figures, years } };
  },
});
