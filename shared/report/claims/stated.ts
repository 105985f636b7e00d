import type { Claim } from '../report.ts';
import type { Folded } from './fold.ts';
import { type Passage, placeOf } from './passages.ts';
import type { Found } from './state.ts';

/** A claim, and of whom it is said, which other claims may show to be less than the table counts. */
export interface Stated {
  readonly claim: Claim;
  readonly reach: Found['reach'];
}

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

/** What was found in folded text, with its quotation and place in the source. */
export const toStated = (found: Found, passage: Passage, { at }: Folded): Stated => {
  const from = at[found.start]! - passage.start;
  const to = at[Math.max(found.start, found.end - 1)]! + 1 - passage.start;
  const claim: Draft<Claim> = {
    metric: found.metric,
    value: found.value,
    unit: found.unit,
    quote: passage.text.slice(from, to),
    at: placeOf(passage, from),
  };
  if (found.implied) claim.implied = true;
  if (found.approximate) claim.approximate = true;
  if (found.precision > 1) claim.precision = found.precision;
  if (found.range) claim.range = found.range;
  if (found.narrower) claim.scope = 'narrower';
  if (found.eitherRoute) claim.eitherRoute = true;
  if (found.part) claim.part = true;
  if (found.share) claim.share = found.share;
  return { claim, reach: found.reach };
};
