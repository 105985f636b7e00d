import { type DynamoDBDocumentClient, GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { checkId } from '../../shared/records/check-identity.ts';
import { sameBytes } from '../../shared/records/displaced-by.ts';
import { objectId } from '../../shared/records/identity.ts';
import { compareUploads, precedenceOf } from '../../shared/records/precedence.ts';
import { objectOutcomeSchema, type StoredRecord } from '../../shared/records/stored-record.ts';
import { objectKey, rejectionKey, rejectionPrefix } from '../../shared/records/table-keys.ts';
import { allDone } from './all-done.ts';
import type { RejectionNews } from './ledger.ts';

const notedSchema = objectOutcomeSchema.extend({ follows: z.string().optional() });
type Noted = z.infer<typeof notedSchema>;

/** Which upload tells of a rejection, and when it had. */
const claimSchema = z.object({
  version: z.string(),
  follows: z.string(),
  announcedAt: z.iso.datetime().optional(),
});

/** Where nothing else was noted of the object before. */
const NOTHING = 'nothing';

/** Whether the same upload, or the same bytes uploaded again, was rejected for the same reason. */
const isSameNews = (record: StoredRecord, noted: Noted): boolean =>
  noted.verdict === 'rejected' &&
  noted.reason === record.reason &&
  (noted.version === record.version || sameBytes(record, noted.source));

const isBehind = (record: StoredRecord, noted: Noted): boolean =>
  noted.version !== record.version && compareUploads(precedenceOf(record), precedenceOf(noted)) < 0;

/**
 * Tells news from repetition among the rejected uploads of an object. The same bytes rejected for the same reason are
 * one piece of news until something else is noted of the object; the first upload that asks is the one to tell it.
 *
 * Nothing is lost when work ends anywhere: an upload stays silent only on account of another's claim, and whoever
 * claimed tells, however often its message comes back and whatever was noted since, until the claim is marked.
 */
export const rejectionNews = (table: DynamoDBDocumentClient, TableName: string) => {
  const noted = async (record: StoredRecord): Promise<Noted | undefined> => {
    const Key = objectKey(objectId(record.object));
    const { Item } = await table.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item && notedSchema.parse(Item);
  };

  const claims = async (record: StoredRecord) => {
    const { pk, sk } = rejectionPrefix(record);
    const { Items } = await table.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
        ConsistentRead: true,
      }),
    );
    return z.array(claimSchema).parse(Items ?? []);
  };

  const claim = async (record: StoredRecord, follows: string) => {
    const { Attributes } = await table.send(
      new UpdateCommand({
        TableName,
        Key: rejectionKey(record, follows),
        UpdateExpression: 'SET version = if_not_exists(version, :version), follows = :follows',
        ExpressionAttributeValues: { ':version': record.version, ':follows': follows },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return claimSchema.parse(Attributes);
  };

  return {
    /** Finds out, before the rejection is noted, whether it is this upload's to tell. */
    async ask(record: StoredRecord): Promise<RejectionNews> {
      const [present, known] = await allDone([noted(record), claims(record)]);
      const own = known.find(({ version, announcedAt }) => version === record.version && !announcedAt);
      if (own) return { follows: own.follows, told: false };
      const isSame = present !== undefined && isSameNews(record, present);
      const behind = present !== undefined && !isSame && isBehind(record, present);
      if (behind && known[0]) return { follows: known[0].follows, told: true };
      const follows = isSame ? (present.follows ?? NOTHING) : present && !behind ? checkId(present) : NOTHING;
      const { version, announcedAt } = await claim(record, follows);
      return { follows, told: version !== record.version || announcedAt !== undefined };
    },

    /** Marks the news as told. */
    async mark(record: StoredRecord, { follows }: RejectionNews, at: string): Promise<void> {
      await table.send(
        new UpdateCommand({
          TableName,
          Key: rejectionKey(record, follows),
          UpdateExpression: 'SET announcedAt = if_not_exists(announcedAt, :at)',
          ConditionExpression: 'version = :version',
          ExpressionAttributeValues: { ':at': at, ':version': record.version },
        }),
      );
    },
  };
};
