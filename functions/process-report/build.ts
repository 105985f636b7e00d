import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { examine } from '../../shared/checks/examine.ts';
import type { ClientSettings, Environment } from '../client-options.ts';
import { jsonLog, type Log } from '../log.ts';
import { PRESENT_VERSIONS, type Versions } from '../versions.ts';
import { busAnnouncer } from './announcer.ts';
import { s3Archive } from './archive.ts';
import { batchHandler } from './batch.ts';
import { dynamoLedger } from './dynamo-ledger.ts';
import { processReport } from './process-report.ts';
import { recheckReport } from './recheck-report.ts';
import { settingsSchema } from './settings.ts';

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
  const table = DynamoDBDocumentClient.from(new DynamoDBClient(clients.dynamodb ?? {}), {
    marshallOptions: { removeUndefinedValues: true },
  });
  const services = {
    archive: s3Archive(new S3Client(clients.s3 ?? {}), settings.recordsBucket),
    ledger: dynamoLedger(table, settings.table),
    announcer: busAnnouncer(new EventBridgeClient(clients.eventBridge ?? {}), settings.eventBus),
    ...versions,
    apiUrl: settings.apiUrl,
    now: () => new Date(),
  };
  return batchHandler({
    log,
    process: processReport({ ...services, examine }),
    recheck: recheckReport(services),
  });
};
