import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { reviewSchema } from '../../shared/records/review.ts';
import { type VersionEntry, versionEntrySchema } from '../../shared/records/stored-record.ts';
import {
  agencyPartition,
  checkPrefix,
  currentKey,
  currentSort,
  reviewPrefix,
  versionKey,
  versionPrefix,
} from '../../shared/records/table-keys.ts';
import type { CurrentRecord } from './ledger.ts';

const verdictSchema = reviewSchema.pick({ fingerprint: true, verdict: true });

const currentSchema = versionEntrySchema.omit({ announcedAt: true });

/** What the table holds of an agency. Every read sees every write that ended before. */
export const agencyItems = (table: DynamoDBDocumentClient, TableName: string) => {
  const get = async ({ pk, sk }: { readonly pk: string; readonly sk: string }) => {
    const { Item } = await table.send(new GetCommand({ TableName, Key: { pk, sk }, ConsistentRead: true }));
    return Item;
  };

  /** All items of a range of sort keys, however many pages they come in. */
  const between = async (agency: string, from: string, to: string): Promise<unknown[]> => {
    const items: unknown[] = [];
    let ExclusiveStartKey: Record<string, unknown> | undefined;
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

  const entries = async (agency: string, from: string, to: string): Promise<VersionEntry[]> =>
    z.array(versionEntrySchema).parse(await between(agency, from, `${to}~`));

  return {
    /** The current record of a year. */
    async current(agency: string, year: number): Promise<CurrentRecord | undefined> {
      const item = await get(currentKey(agency, year));
      return item && currentSchema.parse(item);
    },

    /** The current records of the years given, both ends included. */
    async currents(agency: string, from: number, to: number): Promise<Map<number, CurrentRecord>> {
      const records = await between(agency, currentSort(from), currentSort(to));
      return new Map(
        z
          .array(currentSchema)
          .parse(records)
          .map((record) => [record.year ?? 0, record]),
      );
    },

    /** Later checks of the uploads of the years given. */
    checks: (agency: string, from: number, to: number): Promise<VersionEntry[]> =>
      entries(agency, checkPrefix(from), checkPrefix(to)),

    /** Every upload and every later check of a year. */
    async history(agency: string, year: number): Promise<VersionEntry[]> {
      const prefixes = [versionPrefix(year), checkPrefix(year)];
      return (await Promise.all(prefixes.map((prefix) => entries(agency, prefix, prefix)))).flat();
    },

    /** Fingerprints of the findings of a year that a person dismissed. */
    async dismissed(agency: string, year: number): Promise<Set<string>> {
      const prefix = reviewPrefix(year);
      const reviews = z.array(verdictSchema).parse(await between(agency, prefix, `${prefix}~`));
      return new Set(
        reviews.filter(({ verdict }) => verdict === 'dismissed').map(({ fingerprint }) => fingerprint),
      );
    },

    /** A check as it stands in the history. @throws when it was never entered */
    async entry(record: VersionEntry): Promise<VersionEntry> {
      return versionEntrySchema.parse(await get(versionKey(record)));
    },
  };
};

export type AgencyItems = ReturnType<typeof agencyItems>;
