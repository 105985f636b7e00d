import { UNDATED } from '../../shared/records/identity.ts';
import type { RecheckOrder } from '../../shared/records/work-order.ts';
import { enterAgain, lookAround, type Settling, settleYears } from './settle-years.ts';

/** What became of an order to check a stored report again; `superseded` by another upload since it was given. */
export interface Rechecked {
  readonly outcome: 'rechecked' | 'unchanged' | 'superseded';
  /** Later checks announced, of this report and its neighbours. */
  readonly announced: number;
}

/**
 * Checks a stored report again under the present rules and announces what is new. May be done any number of times,
 * and taken up again after it ended anywhere.
 *
 * @throws only for faults of the surroundings, so that the message comes back
 */
export const recheckReport =
  (services: Settling) =>
  async ({ agency, year, version }: RecheckOrder): Promise<Rechecked> => {
    const { ledger } = services;
    const present = await ledger.standings(agency, Math.max(year - 1, UNDATED), year);
    const stored = present.get(year);
    const previous = year === UNDATED ? undefined : present.get(year - 1);
    const standing = stored?.version === version ? stored : undefined;
    const entry = standing && (await enterAgain(services, standing, previous));
    // Also when nothing was entered: an earlier attempt may have ended before it was announced.
    const announced = await settleYears(services, agency, year, await lookAround(ledger, agency, year, true));
    const outcome = standing ? (entry ? 'rechecked' : 'unchanged') : 'superseded';
    return { outcome, announced: announced.length };
  };
