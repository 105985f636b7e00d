import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { heldWrite } from '../held-write.ts';

/** Days that is remembered what was told: longer than the bus keeps its archive, which may be replayed. */
export const TOLD_DAYS = 400;

const DAY_SECONDS = 86_400;

/** What one channel has told. */
export interface Told {
  /**
   * Takes the telling of an event upon this worker, until a time in milliseconds since 1970 or until it is released.
   * `told`: it was told before. `taken`: another worker has it just now, or had it when it crashed.
   */
  claim(eventId: string, until: number): Promise<'claimed' | 'told' | 'taken'>;
  /** Gives it back: it was not told. */
  release(eventId: string): Promise<void>;
  mark(eventId: string): Promise<void>;
}

const itemSchema = z.object({ toldAt: z.string().optional() }).optional();

/** One item an event and channel, in a table of its own: `id`, who holds it until when, `toldAt`, `expiresAt`. */
export const toldTable = (
  table: DynamoDBDocumentClient,
  TableName: string,
  channel: string,
  now: () => number,
): Told => {
  const holder = randomUUID();
  const keyOf = (eventId: string) => ({ id: `${channel}#${eventId}` });
  const expiresAt = (): number => Math.floor(now() / 1000) + TOLD_DAYS * DAY_SECONDS;
  return {
    async claim(eventId, until) {
      const Key = keyOf(eventId);
      const claimed = await heldWrite(
        table.send(
          new UpdateCommand({
            TableName,
            Key,
            UpdateExpression: 'SET holder = :holder, heldUntil = :until, expiresAt = :expiresAt',
            ConditionExpression:
              'attribute_not_exists(toldAt) AND (attribute_not_exists(heldUntil) OR heldUntil < :now)',
            ExpressionAttributeValues: {
              ':holder': holder,
              ':until': until,
              ':now': now(),
              ':expiresAt': expiresAt(),
            },
          }),
        ),
      );
      if (claimed) return 'claimed';
      const { Item } = await table.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return itemSchema.parse(Item)?.toldAt === undefined ? 'taken' : 'told';
    },

    async release(eventId) {
      await heldWrite(
        table.send(
          new UpdateCommand({
            TableName,
            Key: keyOf(eventId),
            UpdateExpression: 'REMOVE holder, heldUntil',
            ConditionExpression: 'holder = :holder',
            ExpressionAttributeValues: { ':holder': holder },
          }),
        ),
      );
    },

    async mark(eventId) {
      await table.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(eventId),
          UpdateExpression: 'SET toldAt = :at, expiresAt = :expiresAt REMOVE holder, heldUntil',
          ExpressionAttributeValues: { ':at': new Date(now()).toISOString(), ':expiresAt': expiresAt() },
        }),
      );
    },
  };
};
