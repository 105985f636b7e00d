import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { API_ROUTES } from '../api-routes.ts';
import type { ClientSettings, Environment } from '../client-options.ts';
import { s3Documents } from '../documents.ts';
import { signedCursors } from '../http/cursor.ts';
import { httpHandler } from '../http/http-handler.ts';
import { openApiDocument } from '../http/openapi.ts';
import { jsonLog, type Log } from '../log.ts';
import { dynamoReader } from './dynamo-reader.ts';
import { s3Originals } from './originals.ts';
import { READ_ROUTES } from './routes.ts';
import { settingsSchema } from './settings.ts';

/**
 * Wires the function from its environment; one machine gives its own endpoints and log.
 * @throws when a setting is absent or wrong
 */
export const build = (environment: Environment, clients: ClientSettings = {}, log: Log = jsonLog) => {
  const settings = settingsSchema.parse(environment);
  const s3 = new S3Client(clients.s3 ?? {});
  return httpHandler(
    READ_ROUTES,
    {
      reader: dynamoReader(
        DynamoDBDocumentClient.from(new DynamoDBClient(clients.dynamodb ?? {})),
        settings.table,
      ),
      documents: s3Documents(s3, settings.recordsBucket),
      originals: s3Originals(s3),
      openApi: () => openApiDocument(Object.values(API_ROUTES).flat(), '/'),
      cursors: signedCursors(settings.cursorKey),
    },
    log,
  );
};
