import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { checkId } from '../../shared/records/check-identity.ts';
import { asDisplaced, sameBytes } from '../../shared/records/displaced-by.ts';
import { compareUploads, precedenceOf } from '../../shared/records/precedence.ts';
import {
  type DisplacedCheck,
  type VersionEntry,
  versionEntrySchema,
} from '../../shared/records/stored-record.ts';
import { partitionItem, toCurrentItem, toObjectItem } from '../../shared/records/table-items.ts';
import {
  agencyPartition,
  checkPrefix,
  currentKey,
  currentSort,
  reviewPrefix,
  versionKey,
} from '../../shared/records/table-keys.ts';
import type { Ledger, Place } from './ledger.ts';

/** Another worker kept changing the same record; the message comes back later. */
export class ContentionError extends Error {
  override readonly name = 'ContentionError';
}

/** Attempts at replacing the current record before the message goes back to the queue. */
const ATTEMPTS = 8;

/**
 * As `compareUploads` orders the versions of one object: sequencers where both have one, else times of upload.
 * AND binds tighter than OR; without parentheses the emulator of one machine parses it twenty times as fast.
 */
const OTHER = '#version <> :version';
const UPLOADED_LATER = `${OTHER} AND #object.#at < :at`;
const NEWER = `${OTHER} AND #order < :order OR ${UPLOADED_LATER} AND attribute_not_exists(#order)`;

const currentSchema = versionEntrySchema.omit({ announcedAt: true });

/** Runs a conditional write; false when its condition did not hold. */
const held = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

/**
 * The newer upload as the teller of an older one of the same bytes that arrives late; unless it is silent itself,
 * because it displaced the same bytes.
 */
const toldBy = (entry: VersionEntry, newer: Omit<VersionEntry, 'announcedAt'>): DisplacedCheck | undefined =>
  sameBytes(entry, newer.source) && !sameBytes(entry, newer.displaced) ? asDisplaced(newer) : undefined;

/** The ledger in one Amazon DynamoDB table; see `table-keys.ts` for its items. */
export const dynamoLedger = (table: DynamoDBDocumentClient, TableName: string): Ledger => {
  const knownPartitions = new Set<string>();

  const current = async (agency: string, year: number) => {
    const { Item } = await table.send(
      new GetCommand({ TableName, Key: currentKey(agency, year), ConsistentRead: true }),
    );
    return Item && currentSchema.parse(Item);
  };

  /** All items of a range of sort keys, however many pages they come in. */
  const between = async (agency: string, from: string, to: string): Promise<unknown[]> => {
    const items: unknown[] = [];
    let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await table.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: { ':pk': agencyPartition(agency), ':from': from, ':to': to },
          ConsistentRead: true,
          ...(ExclusiveStartKey && { ExclusiveStartKey }),
        }),
      );
      items.push(...(page.Items ?? []));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
    return items;
  };

  const noteDisplaced = async (entry: VersionEntry, displaced: DisplacedCheck): Promise<void> => {
    await table.send(
      new UpdateCommand({
        TableName,
        Key: versionKey(entry),
        UpdateExpression: 'SET displaced = :displaced',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':displaced': displaced },
      }),
    );
  };

  /** Once for each partition in the life of the function; writing it again changes nothing. */
  const notePartition = async (listPartition: string): Promise<void> => {
    if (knownPartitions.has(listPartition)) return;
    await table.send(new PutCommand({ TableName, Item: partitionItem(listPartition) }));
    knownPartitions.add(listPartition);
  };

  return {
    async enter(record) {
      const Key = versionKey(record);
      const written = await held(
        table.send(
          new PutCommand({
            TableName,
            Item: { ...record, ...Key },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      );
      if (written) return record;
      const { Item } = await table.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return versionEntrySchema.parse(Item);
    },

    async makeCurrent(entry): Promise<Place> {
      const { agency, year } = entry;
      if (agency === undefined || year === undefined) return { current: false };
      await notePartition(toCurrentItem(entry).listPartition);
      let displaced = entry.displaced;
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const present = await current(agency, year);
        if (present) {
          const order = compareUploads(precedenceOf(entry), precedenceOf(present));
          if (order === 0) return { current: true, displaced: present.displaced };
          // A first attempt that finds a newer one may follow a crash after it had been current itself.
          if (order < 0)
            return {
              current: present.version === entry.version,
              displaced: attempt === 0 ? (displaced ?? toldBy(entry, present)) : undefined,
            };
          displaced = asDisplaced(present);
          // Written before the record is displaced: whoever takes this work up again must still know of it.
          await noteDisplaced(entry, displaced);
        }
        const replaced = await held(
          table.send(
            new PutCommand({
              TableName,
              Item: toCurrentItem({ ...entry, displaced }),
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
        if (replaced) return { current: true, displaced };
      }
      throw new ContentionError(`${agency} ${year} kept changing`);
    },

    current,

    async standings(agency, from, to) {
      const [records, checks] = await Promise.all([
        between(agency, currentSort(from), currentSort(to)),
        between(agency, checkPrefix(from), `${checkPrefix(to)}~`),
      ]);
      return {
        current: new Map(
          z
            .array(currentSchema)
            .parse(records)
            .map((record) => [record.year ?? 0, record]),
        ),
        pending: z
          .array(versionEntrySchema)
          .parse(checks)
          .filter(({ announcedAt }) => announcedAt === undefined),
      };
    },

    async noteObject(record) {
      const Item = toObjectItem(record);
      if ('listPartition' in Item) await notePartition(Item.listPartition);
      const { objectOrder, rules } = Item;
      await held(
        table.send(
          new PutCommand({
            TableName,
            Item,
            ConditionExpression: `attribute_not_exists(pk) OR #version = :version AND #rules < :rules OR ${objectOrder ? NEWER : UPLOADED_LATER}`,
            ExpressionAttributeNames: {
              '#version': 'version',
              '#rules': 'rules',
              '#object': 'object',
              '#at': 'uploadedAt',
              ...(objectOrder && { '#order': 'objectOrder' }),
            },
            ExpressionAttributeValues: {
              ':version': record.version,
              ':rules': rules,
              ':at': record.object.uploadedAt,
              ...(objectOrder && { ':order': objectOrder }),
            },
          }),
        ),
      );
    },

    async dismissed({ agency, year }) {
      if (agency === undefined || year === undefined) return new Set();
      const { Items } = await table.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :review)',
          ExpressionAttributeValues: { ':pk': agencyPartition(agency), ':review': reviewPrefix(year) },
          ConsistentRead: true,
        }),
      );
      const reviews = z
        .array(z.object({ fingerprint: z.string(), verdict: z.enum(['confirmed', 'dismissed']) }))
        .parse(Items ?? []);
      return new Set(
        reviews.filter(({ verdict }) => verdict === 'dismissed').map(({ fingerprint }) => fingerprint),
      );
    },

    async markAnnounced(entry, at) {
      await table.send(
        new UpdateCommand({
          TableName,
          Key: versionKey(entry),
          UpdateExpression: 'SET announcedAt = if_not_exists(announcedAt, :at)',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':at': at },
        }),
      );
    },
  };
};
