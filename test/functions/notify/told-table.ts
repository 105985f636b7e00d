import type { AddressInfo } from 'node:net';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { CREDENTIALS } from '../table.ts';

export const TOLD_TABLE = 'told';

/** The table of what was told, as the stack makes it, in memory on loopback. */
export const startToldTable = async (TableName = TOLD_TABLE) => {
  const server = dynalite({ createTableMs: 0 });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
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
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
  );
  const active = async (): Promise<boolean> =>
    (await client.send(new DescribeTableCommand({ TableName }))).Table?.TableStatus === 'ACTIVE';
  while (!(await active())) await new Promise((done) => setTimeout(done, 5));
  return {
    config,
    stop: async (): Promise<void> => {
      client.destroy();
      await new Promise((done) => server.close(done));
    },
  };
};
