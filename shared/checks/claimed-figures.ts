import type { Report } from '../report/report.ts';
import { perTemplate } from '../report/templates/per-template.ts';
import { REMEDY_RESULTS } from '../report/templates/remedies.ts';
import { APPLICANTS, requestRows } from '../report/templates/requests.ts';

type Templates = Report['templates'];

const groupTotals = ({ requests }: Templates, group: string): string[] =>
  requestRows(requests)
    .filter((row) => row.id.startsWith(`${group}.`))
    .map((row) => `requests.${row.id}.total`);

const single = (row: string) => () => [`requests.${row}.total`];

/** `requests.received.business` and the like: a claim about one kind of applicant. */
const APPLICANT_METRICS = Object.fromEntries(
  APPLICANTS.map(({ id }) => [`requests.received.${id}`, () => [`requests.received.${id}`]]),
);

/** `remedies.litigation` speaks of both routes of litigation together. */
const REMEDY_METRICS = Object.fromEntries(
  REMEDY_RESULTS.flatMap(({ id }) => {
    const suffix = id === 'total' ? '' : `.${id}`;
    return [
      [`remedies.reconsideration${suffix}`, () => [`remedies.reconsideration.${id}`]],
      [
        `remedies.litigation${suffix}`,
        () => [`remedies.litigation.${id}`, `remedies.litigationAfterReconsideration.${id}`],
      ],
    ];
  }),
);

/** Rules and documents made this year are called 制发 in the 2021 form and 新制作 in the 2019 form. */
const issued =
  (row: string) =>
  ({ disclosure }: Templates) => [`disclosure.${row}.${disclosure === '2019' ? 'made' : 'issued'}`];

const only2021 =
  (figure: string) =>
  ({ disclosure }: Templates) =>
    disclosure === '2021' ? [figure] : [];

const METRICS: Readonly<Record<string, (templates: Templates) => string[]>> = {
  'requests.received': single('received'),
  'requests.carriedOver': single('carriedOver'),
  'requests.carriedForward': single('carriedForward'),
  'requests.closed': single('closed'),
  'requests.handled': () => ['requests.received.total', 'requests.carriedOver.total'],
  'requests.granted': single('granted'),
  'requests.partiallyGranted': single('partiallyGranted'),
  'requests.grantedInWholeOrPart': () => ['requests.granted.total', 'requests.partiallyGranted.total'],
  'requests.refused': (templates) => groupTotals(templates, 'refused'),
  'requests.unavailable': (templates) => groupTotals(templates, 'unavailable'),
  'requests.declined': (templates) => groupTotals(templates, 'declined'),
  'requests.other': (templates) => groupTotals(templates, 'other'),
  ...APPLICANT_METRICS,
  ...REMEDY_METRICS,
  'disclosure.regulations.issued': issued('regulations'),
  'disclosure.normativeDocuments.issued': issued('normativeDocuments'),
  'disclosure.regulations.repealed': only2021('disclosure.regulations.repealed'),
  'disclosure.normativeDocuments.repealed': only2021('disclosure.normativeDocuments.repealed'),
  'disclosure.regulations.inForce': only2021('disclosure.regulations.inForce'),
  'disclosure.normativeDocuments.inForce': only2021('disclosure.normativeDocuments.inForce'),
  'disclosure.licensing.decisions': () => ['disclosure.licensing.decisions'],
  'disclosure.penalties.decisions': () => ['disclosure.penalties.decisions'],
  'disclosure.coercion.decisions': () => ['disclosure.coercion.decisions'],
};

/** Every metric of the narrative that the tables count as well. */
export const CLAIMED_METRICS: readonly string[] = Object.keys(METRICS).filter(
  (metric) => metric !== 'requests.received.total',
);

const NONE: readonly string[] = [];

/** By the templates of tables 二 and 三. */
const figuresOf = perTemplate((disclosure) =>
  perTemplate(
    (requests): ReadonlyMap<string, readonly string[]> =>
      new Map(
        Object.entries(METRICS).map(([metric, figures]) => [metric, figures({ disclosure, requests })]),
      ),
  ),
);

/**
 * The figures whose sum the tables give for a claim's metric; empty where the report's templates do not count
 * it (`disclosure.published`, `fees.processing`, documents in force in the 2019 form).
 */
export const claimedFigures = (metric: string, { templates }: Report): readonly string[] =>
  figuresOf(templates.disclosure)(templates.requests).get(metric) ?? NONE;
