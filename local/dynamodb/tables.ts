import * as z from 'zod';
import type { TablePlan } from '../template/plan.ts';

/** The table on disk has other keys or indexes than the template. */
export class TableChangedError extends Error {
  override readonly name = 'TableChangedError';
}

/** Makes one call of the DynamoDB protocol. */
export type DynamoCall = (call: string, input: unknown) => Promise<Response>;

/** @param url of the service */
export const dynamoCall =
  (url: string, accessKeyId: string): DynamoCall =>
  (call, input) =>
    fetch(url, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-amz-json-1.0',
        'X-Amz-Target': `DynamoDB_20120810.${call}`,
        'X-Amz-Date': new Date().toISOString(),
        Authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/, SignedHeaders=host, Signature=none`,
      },
      body: JSON.stringify(input),
    });

const KEYS = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const DESCRIPTION = z.object({
  KeySchema: KEYS,
  GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string(), KeySchema: KEYS })).default([]),
});

/** Keys and indexes of a table, comparable as text. */
const shape = (table: unknown): string => {
  const { KeySchema, GlobalSecondaryIndexes } = DESCRIPTION.parse(table);
  return JSON.stringify([
    KeySchema,
    GlobalSecondaryIndexes.sort((a, b) => (a.IndexName < b.IndexName ? -1 : 1)),
  ]);
};

/**
 * Creates the tables that are not there yet.
 *
 * @throws TableChangedError
 */
export const createTables = async (tables: readonly TablePlan[], call: DynamoCall): Promise<void> => {
  for (const table of tables) {
    const { TableName } = table;
    const described = await call('DescribeTable', { TableName });
    if (described.ok) {
      const { Table } = z.object({ Table: z.unknown() }).parse(await described.json());
      if (shape(Table) === shape(table)) continue;
      throw new TableChangedError(`The table ${TableName} has other keys or indexes than the template.`);
    }
    const created = await call('CreateTable', table);
    if (!created.ok) throw new Error(`The table ${TableName} could not be created: ${await created.text()}`);
  }
};
