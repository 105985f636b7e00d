import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { examine } from '../../shared/checks/examine.ts';
import type { ClientSettings, Environment } from '../client-options.ts';
import { signedCursors } from '../http/cursor.ts';
import { httpHandler } from '../http/http-handler.ts';
import { jsonLog, type Log } from '../log.ts';
import { s3Archive } from '../process-report/archive.ts';
import { dynamoReader } from '../read-records/dynamo-reader.ts';
import { PRESENT_VERSIONS, type Versions } from '../versions.ts';
import { RECHECK_ROUTES } from './routes.ts';
import { sqsOrders } from './work-orders.ts';

const settingsSchema = z.object({
  TABLE_NAME: z.string().min(1),
  RECORDS_BUCKET: z.string().min(1),
  /** Where uploads wait: re-checks take their turn behind them. */
  QUEUE_URL: z.url(),
  /** Secret that signs the cursors of lists. */
  CURSOR_KEY: z.string().min(16),
});

/**
 * Wires the function from its environment; one machine gives its own endpoints and log.
 * @throws when a setting is absent or wrong
 */
export const build = (
  environment: Environment,
  clients: ClientSettings = {},
  log: Log = jsonLog,
  versions: Versions = PRESENT_VERSIONS,
) => {
  const settings = settingsSchema.parse(environment);
  const table = DynamoDBDocumentClient.from(new DynamoDBClient(clients.dynamodb ?? {}));
  return httpHandler(
    RECHECK_ROUTES,
    {
      ...versions,
      reader: dynamoReader(table, settings.TABLE_NAME),
      archive: s3Archive(new S3Client(clients.s3 ?? {}), settings.RECORDS_BUCKET),
      orders: sqsOrders(new SQSClient(clients.sqs ?? {}), settings.QUEUE_URL),
      cursors: signedCursors(settings.CURSOR_KEY),
      examine,
      now: () => new Date(),
    },
    log,
  );
};
