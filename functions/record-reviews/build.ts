import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { ClientSettings, Environment } from '../client-options.ts';
import { s3Documents } from '../documents.ts';
import { httpHandler } from '../http/http-handler.ts';
import { jsonLog, type Log } from '../log.ts';
import { dynamoReader } from '../read-records/dynamo-reader.ts';
import { dynamoReviewWriter } from './review-writer.ts';
import { REVIEW_ROUTES } from './routes.ts';

const settingsSchema = z.object({ TABLE_NAME: z.string().min(1), RECORDS_BUCKET: z.string().min(1) });

/**
 * Wires the function from its environment; one machine gives its own endpoints and log.
 * @throws when a setting is absent or wrong
 */
export const build = (environment: Environment, clients: ClientSettings = {}, log: Log = jsonLog) => {
  const settings = settingsSchema.parse(environment);
  const table = DynamoDBDocumentClient.from(new DynamoDBClient(clients.dynamodb ?? {}));
  return httpHandler(
    REVIEW_ROUTES,
    {
      reader: dynamoReader(table, settings.TABLE_NAME),
      documents: s3Documents(new S3Client(clients.s3 ?? {}), settings.RECORDS_BUCKET),
      reviews: dynamoReviewWriter(table, settings.TABLE_NAME),
      now: () => new Date(),
    },
    log,
  );
};
