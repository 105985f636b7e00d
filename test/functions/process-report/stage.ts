import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Log } from '../../../functions/log.ts';
import { build } from '../../../functions/process-report/build.ts';
import type { Versions } from '../../../functions/versions.ts';
import { memoryBuckets } from '../bucket.ts';
import { type Acceptance, memoryBus } from '../bus.ts';
import { batch, message, notification, PLENTY_OF_TIME, type Upload } from '../deliver.ts';
import { type startTable, TABLE_NAME } from '../table.ts';
import { bodyText, type WireRequest } from '../wire.ts';

/** What is done around each call of the table: its name, and its operation with the item's sort key. */
type Around = (call: string, item: string) => void | Promise<void>;

/** The operation, and the sort key of the one item it is about. */
const itemOf = (request: WireRequest): string => {
  const { Key, Item } = JSON.parse(bodyText(request)) as Record<'Key' | 'Item', { sk?: { S: string } }>;
  return `${request.headers['x-amz-target']?.split('.').at(-1)} ${(Key ?? Item)?.sk?.S ?? ''}`;
};

/** Lets calls of the table fail before they are made, or after they took effect. */
const faulty = (config: DynamoDBClientConfig, around: Around): DynamoDBClientConfig => {
  const handler = new NodeHttpHandler();
  return {
    ...config,
    requestHandler: {
      ...handler,
      metadata: handler.metadata,
      destroy: () => handler.destroy(),
      async handle(request: never, options: never) {
        const item = itemOf(request);
        await around('dynamodb', item);
        const answer = await handler.handle(request, options);
        await around('dynamodb after', item);
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
  aroundTable: Around = () => {},
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
    { s3: buckets.config, dynamodb: faulty(table.config, aroundTable), eventBridge: bus.config },
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
