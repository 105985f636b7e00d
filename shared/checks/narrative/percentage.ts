import type { Claim } from '../../report/report.ts';
import { APPLICANTS } from '../../report/templates/requests.ts';
import { type CheckContext, failed, type Judgement, PASS, type Rule, UNKNOWN } from '../rule.ts';
import { claimOperand, claimsOf, isExact } from './claims-of.ts';
import { ARTICLE_50 } from './narrative-prose.ts';
import { metricName } from './table-value.ts';

const OUTCOMES = [
  'requests.granted',
  'requests.partiallyGranted',
  'requests.grantedInWholeOrPart',
  'requests.refused',
  'requests.unavailable',
  'requests.declined',
  'requests.other',
];
const KINDS = APPLICANTS.filter(({ id }) => id !== 'total').map(({ id }) => `requests.received.${id}`);

/** Totals that a share may be of. */
const WHOLES = ['requests.closed', 'requests.received', 'requests.handled'];

/** One unit of the last digit printed: 4.3478 % is printed as 4.35 % or cut to 4.34 %. */
const leeway = (share: string): number => 10 ** -(share.match(/\.(\d+)/)?.[1]?.length ?? 0);

const fits = ({ value, share }: Claim, whole: number): boolean =>
  share !== undefined &&
  whole > 0 &&
  Math.abs((value / whole) * 100 - Number.parseFloat(share)) <= leeway(share);

/** The whole that the shares of a list are of: one that the text states and that most of its shares fit. */
const wholeOf = (context: CheckContext, siblings: readonly Claim[]): Claim | undefined => {
  const fitting = (whole: Claim): number => siblings.filter((claim) => fits(claim, whole.value)).length;
  const [best] = WHOLES.flatMap((metric) => claimsOf(metric, context))
    .filter((whole) => isExact(whole) && fitting(whole) * 2 > siblings.length)
    .toSorted((a, b) => fitting(b) - fitting(a));
  return best;
};

const judge = (_report: unknown, metric: string, context: CheckContext): Judgement => {
  if (!claimsOf(metric, context).some(({ share }) => share !== undefined)) return UNKNOWN;
  const list = OUTCOMES.includes(metric) ? OUTCOMES : KINDS;
  const siblings = list
    .flatMap((other) => claimsOf(other, context))
    .filter(({ share }) => share !== undefined);
  const claims = siblings.filter((claim) => claim.metric === metric && isExact(claim));
  const whole = claims.length > 0 ? wholeOf(context, siblings) : undefined;
  if (!whole) return UNKNOWN;
  const wrong = claims.find((claim) => !fits(claim, whole.value));
  if (!wrong) return PASS;
  const percent = ((wrong.value / whole.value) * 100).toFixed(2);
  const name = metricName(metric);
  return failed({
    message: {
      zh: `正文说“${name.zh}” ${wrong.value} 件占 ${wrong.share}，而 ${wrong.value} ÷ ${whole.value} = ${percent}%。`,
      en: `The narrative says that the ${wrong.value} of ${name.en} are ${wrong.share}, but ${wrong.value} ÷ ${whole.value} = ${percent}%.`,
    },
    operands: [claimOperand(wrong), claimOperand(whole)],
    expected: `${percent}%`,
    actual: wrong.share ?? null,
  });
};

/** A percentage is that of the number beside it. */
export const narrativePercentage: Rule = {
  id: 'narrative/percentage',
  severity: 'warning',
  title: { zh: '正文的百分比与其件数相符', en: 'A percentage agrees with the number it is printed beside' },
  why: {
    zh: '百分比由件数除以总数得出；同一句里别的百分比都对得上总数，唯独一个对不上的，该处件数或百分比有误。',
    en: 'A share is a number over a whole; where the other shares of a list fit the stated whole and one does not, its number or its share is wrong.',
  },
  clause: ARTICLE_50,
  blank: {
    zh: '没有总数，或者同列的百分比多半对不上总数（总数可能另有所指）的，不作判断；末位容许进位或舍去。',
    en: 'Not judged without a whole, or where most shares do not fit it (they may be of something else). The last digit may be rounded or cut.',
  },
  subjects: [...OUTCOMES, ...KINDS],
  judge,
  examples: [
    {
      says: { zh: '答复 805 件，265 件占 32.9%', en: '265 of 805 is 32.9%' },
      report: {
        claims: [
          { metric: 'requests.closed', value: 805 },
          { metric: 'requests.unavailable', value: 265, share: '32.9%' },
        ],
      },
      subject: 'requests.unavailable',
      outcome: 'pass',
    },
    {
      says: {
        zh: '答复 805 件，258 件却说占 33.9%，其余都对得上',
        en: '258 of 805 is not 33.9%, while the other shares fit',
      },
      report: {
        claims: [
          { metric: 'requests.closed', value: 805 },
          { metric: 'requests.grantedInWholeOrPart', value: 258, share: '33.9%' },
          { metric: 'requests.unavailable', value: 265, share: '32.9%' },
          { metric: 'requests.declined', value: 158, share: '19.6%' },
        ],
      },
      subject: 'requests.grantedInWholeOrPart',
      outcome: 'fail',
    },
    {
      says: { zh: '没有说总数', en: 'No whole is stated' },
      report: { claims: [{ metric: 'requests.refused', value: 35, share: '4.34%' }] },
      subject: 'requests.refused',
      outcome: 'unknown',
    },
  ],
};
