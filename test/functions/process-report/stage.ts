import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Log } from '../../../functions/log.ts';
import { build } from '../../../functions/process-report/build.ts';
import type { Versions } from '../../../functions/versions.ts';
import { memoryBuckets } from '../bucket.ts';
import { type Acceptance, memoryBus } from '../bus.ts';
import { batch, message, notification, PLENTY_OF_TIME, type Upload } from '../deliver.ts';
import { type startTable, TABLE_NAME } from '../table.ts';

/** Lets calls of the table fail before they are made, or after they took effect. */
const faulty = (
  config: DynamoDBClientConfig,
  fault: (call: string) => void | Promise<void>,
): DynamoDBClientConfig => {
  const handler = new NodeHttpHandler();
  return {
    ...config,
    requestHandler: {
      ...handler,
      metadata: handler.metadata,
      destroy: () => handler.destroy(),
      async handle(request: never, options: never) {
        await fault('dynamodb');
        const answer = await handler.handle(request, options);
        await fault('dynamodb after');
        return answer;
      },
    } as never,
  };
};

interface Services {
  readonly buckets: ReturnType<typeof memoryBuckets>;
  readonly bus: ReturnType<typeof memoryBus>;
}

/** The real handler with real SDK clients, on storage and a bus at the wire and a table on loopback. */
export const stage = (
  table: Awaited<ReturnType<typeof startTable>>,
  fault: (call: string) => void = () => {},
  accept: () => Acceptance = () => 'taken',
  tableFault: (call: string) => void | Promise<void> = () => {},
  services: Services = {
    buckets: memoryBuckets(fault),
    bus: memoryBus(fault, accept),
  },
  versions?: Versions,
) => {
  const { buckets, bus } = services;
  const lines: Record<string, unknown>[] = [];
  const log: Log = (level, text, fields) => void lines.push({ level, message: text, ...fields });
  const handler = build(
    {
      TABLE_NAME,
      RECORDS_BUCKET: 'documents',
      EVENT_BUS_NAME: 'facts',
      API_URL: 'https://api.example.cn/',
    },
    { s3: buckets.config, dynamodb: faulty(table.config, tableFault), eventBridge: bus.config },
    log,
    versions,
  );
  const put = (upload: Upload, content: string | Uint8Array): void => {
    const name = `uploads/${upload.key}`;
    buckets.objects.set(upload.versionId ? `${name}?${upload.versionId}` : name, content);
  };
  /** Delivers the notification once; true when it is done with. */
  const deliver = async (upload: Upload): Promise<boolean> => {
    const { batchItemFailures } = await handler(batch(message(notification(upload))), PLENTY_OF_TIME);
    return batchItemFailures.length === 0;
  };
  return {
    buckets,
    bus,
    objects: buckets.objects,
    calls: buckets.calls,
    events: bus.events,
    config: { s3: buckets.config, eventBridge: bus.config },
    handler,
    put,
    deliver,
    lines,
  };
};
