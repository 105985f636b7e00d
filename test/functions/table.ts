import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { LISTING_ATTRIBUTES } from '../../shared/records/table-items.ts';
import { LISTING_INDEX } from '../../shared/records/table-keys.ts';

export const TABLE_NAME = 'records';

export const CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' };

/** A table as the stack makes it, in memory on loopback. */
export const startTable = async (tableName = TABLE_NAME) => {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const config: DynamoDBClientConfig = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'cn-north-1',
    credentials: CREDENTIALS,
    maxAttempts: 1,
  };
  const client = new DynamoDBClient(config);
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'listPartition', 'listSort'].map((AttributeName) => ({
        AttributeName,
        AttributeType: 'S',
      })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: LISTING_INDEX,
          KeySchema: [
            { AttributeName: 'listPartition', KeyType: 'HASH' },
            { AttributeName: 'listSort', KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...LISTING_ATTRIBUTES] },
        },
      ],
    }),
  );
  const active = async (): Promise<boolean> => {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
    return Table?.TableStatus === 'ACTIVE';
  };
  while (!(await active())) await new Promise((resolve) => setTimeout(resolve, 5));
  return {
    config,
    client,
    stop: async (): Promise<void> => {
      client.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
