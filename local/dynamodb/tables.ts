import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';

/** The table on disk has other keys or indexes than the template. */
export class TableChangedError extends Error {
  override readonly name = 'TableChangedError';
}

const keys = (schema: TableDescription['KeySchema']): string =>
  (schema ?? []).map(({ AttributeName, KeyType }) => `${KeyType} ${AttributeName}`).join(', ');

const shape = (table: Pick<TableDescription, 'KeySchema' | 'GlobalSecondaryIndexes'>): string =>
  JSON.stringify([
    keys(table.KeySchema),
    (table.GlobalSecondaryIndexes ?? [])
      .map(({ IndexName, KeySchema }) => [IndexName, keys(KeySchema)])
      .sort(),
  ]);

/**
 * Creates the tables that are not there yet.
 *
 * @throws TableChangedError
 */
export const createTables = async (
  tables: readonly CreateTableCommandInput[],
  config: DynamoDBClientConfig,
): Promise<void> => {
  const client = new DynamoDBClient(config);
  try {
    for (const table of tables) {
      const { TableName } = table;
      try {
        const { Table } = await client.send(new DescribeTableCommand({ TableName }));
        if (Table && shape(Table) !== shape(table)) {
          throw new TableChangedError(`The table ${TableName} has other keys or indexes than the template.`);
        }
      } catch (error) {
        if (!(error instanceof ResourceNotFoundException)) throw error;
        await client.send(new CreateTableCommand(table));
      }
    }
  } finally {
    client.destroy();
  }
};
