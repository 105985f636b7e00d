import {
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { VERDICTS } from '../../shared/checks/examination.ts';
import { reviewSchema } from '../../shared/records/review.ts';
import {
  objectOutcomeSchema,
  storedRecordSchema,
  versionEntrySchema,
} from '../../shared/records/stored-record.ts';
import { listedRecordSchema } from '../../shared/records/table-items.ts';
import {
  agencyPartition,
  currentKey,
  LISTING_INDEX,
  LISTING_PARTITIONS,
  listingPartition,
  objectKey,
  parseListingPartition,
  reviewPrefix,
  versionPrefix,
} from '../../shared/records/table-keys.ts';
import type { RecordReader } from './record-reader.ts';

/** Most reports that one agency can have: one a year since the regulations of 2008, and the undated one. */
const AGENCY_RECORDS = 200;

/** Years times verdicts times shards, for more years than there can be. */
const PARTITIONS = 5000;

const partitionSchema = z
  .object({ sk: z.string() })
  .transform(({ sk }) => parseListingPartition(sk))
  .pipe(z.object({ year: z.number().int(), verdict: z.enum(VERDICTS), shard: z.number().int() }));

/** Reads the one Amazon DynamoDB table; see `shared/records/table-keys.ts` for its items. */
export const dynamoReader = (table: DynamoDBDocumentClient, TableName: string): RecordReader => {
  /** Items of a query up to `limit`, however many pages they come in. */
  const query = async (input: Omit<QueryCommandInput, 'TableName'>, limit: number): Promise<unknown[]> => {
    const items: unknown[] = [];
    let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
    do {
      const page = await table.send(
        new QueryCommand({
          ...input,
          TableName,
          Limit: limit - items.length,
          ...(ExclusiveStartKey && { ExclusiveStartKey }),
        }),
      );
      items.push(...(page.Items ?? []));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey && items.length < limit);
    return items;
  };

  const prefixed = (pk: string, sk: string, limit: number) =>
    query(
      {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
      },
      limit,
    );

  return {
    async current(agency, year) {
      const { Item } = await table.send(new GetCommand({ TableName, Key: currentKey(agency, year) }));
      return Item && storedRecordSchema.parse(Item);
    },

    async agency(agency) {
      return z
        .array(storedRecordSchema)
        .parse(await prefixed(agencyPartition(agency), 'current#', AGENCY_RECORDS));
    },

    async versions(agency, year, { version = '', limit }) {
      return z
        .array(versionEntrySchema)
        .parse(await prefixed(agencyPartition(agency), versionPrefix(year) + version, limit));
    },

    async reviews(agency, year) {
      return z.array(reviewSchema).parse(await prefixed(agencyPartition(agency), reviewPrefix(year), 1000));
    },

    async object(id) {
      const { Item } = await table.send(new GetCommand({ TableName, Key: objectKey(id) }));
      return Item && objectOutcomeSchema.parse(Item);
    },

    async partitions(year) {
      const prefix = year === undefined ? '' : listingPartition(year, '', 0).slice(0, 5);
      const items = await query(
        {
          KeyConditionExpression: `pk = :pk${prefix && ' AND begins_with(sk, :year)'}`,
          ExpressionAttributeValues: { ':pk': LISTING_PARTITIONS, ...(prefix && { ':year': prefix }) },
        },
        PARTITIONS,
      );
      return z.array(partitionSchema).parse(items);
    },

    async listed({ year, verdict, shard }, after, limit) {
      const items = await query(
        {
          IndexName: LISTING_INDEX,
          KeyConditionExpression: `listPartition = :partition${after === undefined ? '' : ' AND listSort > :after'}`,
          ExpressionAttributeValues: {
            ':partition': listingPartition(year, verdict, shard),
            ...(after !== undefined && { ':after': after }),
          },
        },
        limit,
      );
      return z.array(listedRecordSchema).parse(items);
    },

    async count({ year, verdict, shard }) {
      let total = 0;
      let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
      do {
        const { Count, LastEvaluatedKey } = await table.send(
          new QueryCommand({
            TableName,
            IndexName: LISTING_INDEX,
            KeyConditionExpression: 'listPartition = :partition',
            ExpressionAttributeValues: { ':partition': listingPartition(year, verdict, shard) },
            Select: 'COUNT',
            ...(ExclusiveStartKey && { ExclusiveStartKey }),
          }),
        );
        total += Count ?? 0;
        ExclusiveStartKey = LastEvaluatedKey;
      } while (ExclusiveStartKey);
      return total;
    },
  };
};
