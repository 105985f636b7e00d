import { type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { partitionItem, toCurrentItem, toObjectItem } from '../../shared/records/table-items.ts';
import { versionKey } from '../../shared/records/table-keys.ts';
import { heldWrite } from '../held-write.ts';
import { agencyItems } from './agency-items.ts';
import type { Ledger, Place } from './ledger.ts';
import { makeCurrent } from './make-current.ts';
import { rejectionNews } from './rejection-news.ts';

/**
 * As `compareUploads` orders the versions of one object: sequencers where both have one, else times of upload.
 * AND binds tighter than OR; without parentheses the emulator of one machine parses it twenty times as fast.
 */
const OTHER = '#version <> :version';
const UPLOADED_LATER = `${OTHER} AND #object.#at < :at`;
const NEWER = `${OTHER} AND #order < :order OR ${UPLOADED_LATER} AND attribute_not_exists(#order)`;

/** The ledger in one Amazon DynamoDB table; see `table-keys.ts` for its items. */
export const dynamoLedger = (table: DynamoDBDocumentClient, TableName: string): Ledger => {
  const knownPartitions = new Set<string>();
  const items = agencyItems(table, TableName);
  const news = rejectionNews(table, TableName);
  const makeStand = makeCurrent(table, TableName, items);

  /** Once for each partition in the life of the function; writing it again changes nothing. */
  const notePartition = async (listPartition: string): Promise<void> => {
    if (knownPartitions.has(listPartition)) return;
    await table.send(new PutCommand({ TableName, Item: partitionItem(listPartition) }));
    knownPartitions.add(listPartition);
  };

  return {
    async enter(record) {
      const Key = versionKey(record);
      const written = await heldWrite(
        table.send(
          new PutCommand({
            TableName,
            Item: { ...record, ...Key },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      );
      return written ? { entry: record, first: true } : { entry: await items.entry(record), first: false };
    },

    async makeCurrent(entry, seen): Promise<Place> {
      const { agency, year } = entry;
      if (agency === undefined || year === undefined) return { current: false };
      await notePartition(toCurrentItem(entry).listPartition);
      return makeStand(entry, agency, year, seen);
    },

    standings: items.currents,

    async pending(agency, from, to) {
      const checks = await items.checks(agency, from, to);
      return checks.filter(({ announcedAt }) => announcedAt === undefined);
    },

    async noteObject(record, news) {
      const Item = { ...toObjectItem(record), ...(news && { follows: news.follows }) };
      if ('listPartition' in Item) await notePartition(Item.listPartition);
      const { objectOrder, rules } = Item;
      await heldWrite(
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

    rejectionNews: news.ask,
    markTold: news.mark,

    async dismissed({ agency, year }) {
      return agency === undefined || year === undefined ? new Set() : items.dismissed(agency, year);
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
