import { UNDATED } from '../../shared/records/identity.ts';
import type { StoredRecord } from '../../shared/records/stored-record.ts';
import { listRecords, type Position } from '../read-records/list-records.ts';
import { type Proposal, recheckStored } from './recheck-stored.ts';
import { rereadSource } from './reread-source.ts';
import type { Services } from './services.ts';

export interface Selection {
  readonly agency?: string | undefined;
  readonly year?: number | undefined;
  /** Read the originals again, also the rejected ones. */
  readonly fromSource: boolean;
  readonly limit: number;
}

export interface RecheckPage {
  readonly proposals: readonly Proposal[];
  /** Absent at the end. */
  readonly next?: Position;
}

/** Reports judged at the same time: each holds two documents. */
const PARALLEL = 4;

const inTurn = async <Item, Result>(
  items: readonly Item[],
  judge: (item: Item) => Promise<Result | undefined>,
): Promise<Result[]> => {
  const results: (Result | undefined)[] = [];
  for (let start = 0; start < items.length; start += PARALLEL)
    results.push(...(await Promise.all(items.slice(start, start + PARALLEL).map(judge))));
  return results.filter((result) => result !== undefined);
};

/** The years of one agency, all at once: there are few. */
const ofAgency = async ({ reader }: Services, agency: string, year?: number): Promise<StoredRecord[]> =>
  (await reader.agency(agency)).filter((record) => year === undefined || record.year === year);

/** Judges one page of stored reports. Writes nothing. */
export const recheckPage = async (
  services: Services,
  { agency, year, fromSource, limit }: Selection,
  position: Position | undefined,
): Promise<RecheckPage> => {
  const { reader } = services;
  const judge = (record: StoredRecord): Promise<Proposal | undefined> =>
    fromSource ? rereadSource(services, record) : recheckStored(services, record);
  if (agency !== undefined) {
    const records = await ofAgency(services, agency, year);
    return { proposals: await inTurn(records, judge) };
  }
  const { entries, next } = await listRecords(reader, { year }, limit, position);
  const proposals = await inTurn(entries, async (entry) => {
    if (entry.agency !== undefined) {
      const record = await reader.current(entry.agency, entry.year ?? UNDATED);
      return record && judge(record);
    }
    const outcome = fromSource ? await reader.object(entry.objectId) : undefined;
    return outcome && rereadSource(services, outcome);
  });
  return { proposals, ...(next && { next }) };
};
