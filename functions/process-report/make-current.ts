import { type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { checkId } from '../../shared/records/check-identity.ts';
import { asDisplaced } from '../../shared/records/displaced-by.ts';
import { compareUploads, precedenceOf } from '../../shared/records/precedence.ts';
import type { DisplacedCheck, VersionEntry } from '../../shared/records/stored-record.ts';
import { toCurrentItem } from '../../shared/records/table-items.ts';
import { lateKey, versionKey } from '../../shared/records/table-keys.ts';
import { heldWrite } from '../held-write.ts';
import type { AgencyItems } from './agency-items.ts';
import type { CurrentRecord, Place, Seen } from './ledger.ts';
import { standBehind } from './stand-behind.ts';

/** Another worker kept changing the same record; the message comes back later. */
export class ContentionError extends Error {
  override readonly name = 'ContentionError';
}

/** Attempts at replacing the current record before the message goes back to the queue. */
const ATTEMPTS = 8;

/** Makes a check of an agency's year the current record, unless a newer one is there. */
export const makeCurrent =
  (table: DynamoDBDocumentClient, TableName: string, items: AgencyItems) =>
  async (entered: VersionEntry, agency: string, year: number, seen?: Seen): Promise<Place> => {
    /**
     * Written before the record is displaced: whoever takes this work up again must still know of it. Two workers
     * may be at the same check; a note only takes the place of the one its writer knew, so that it never goes back.
     */
    const noteDisplaced = ({ displaced, ...entry }: VersionEntry, next: DisplacedCheck): Promise<boolean> =>
      heldWrite(
        table.send(
          new UpdateCommand({
            TableName,
            Key: versionKey(entry),
            UpdateExpression: 'SET displaced = :next',
            ConditionExpression: `attribute_exists(pk) AND ${
              displaced?.check ? 'displaced.#check = :known' : 'attribute_not_exists(displaced.#check)'
            }`,
            ExpressionAttributeNames: { '#check': 'check' },
            ExpressionAttributeValues: {
              ':next': next,
              ...(displaced?.check && { ':known': displaced.check }),
            },
          }),
        ),
      );

    const replace = (entry: VersionEntry, present: CurrentRecord | undefined): Promise<boolean> =>
      heldWrite(
        table.send(
          new PutCommand({
            TableName,
            Item: toCurrentItem(entry),
            ...(present
              ? {
                  ConditionExpression: '#check = :check',
                  ExpressionAttributeNames: { '#check': 'check' },
                  ExpressionAttributeValues: { ':check': checkId(present) },
                }
              : { ConditionExpression: 'attribute_not_exists(pk)' }),
          }),
        ),
      );

    const teller = async (): Promise<string> => {
      const { Attributes } = await table.send(
        new UpdateCommand({
          TableName,
          Key: lateKey(entered),
          UpdateExpression: 'SET version = if_not_exists(version, :version)',
          ExpressionAttributeValues: { ':version': entered.version },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return String(Attributes?.version);
    };

    let entry = entered;
    // A note that was there already may be newer than what was seen, and must not go back to it.
    let look = entered.displaced ? undefined : seen;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const present = look ? look.present : await items.current(agency, year);
      look = undefined;
      if (present) {
        const order = compareUploads(precedenceOf(entry), precedenceOf(present));
        if (order === 0) return { current: true, displaced: present.displaced };
        if (order < 0)
          return standBehind({ history: () => items.history(agency, year), teller }, entry, present);
        const displaced = asDisplaced(present);
        if (entry.displaced?.check !== displaced.check && !(await noteDisplaced(entry, displaced))) {
          entry = await items.entry(entry);
          continue;
        }
        entry = { ...entry, displaced };
      }
      if (await replace(entry, present)) return { current: true, displaced: entry.displaced };
    }
    throw new ContentionError(`${agency} ${year} kept changing`);
  };
