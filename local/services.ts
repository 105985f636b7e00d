import { join } from 'node:path';
import dynalite from 'dynalite';
import type { Alert } from './alerts/alert.ts';
import { Mailbox } from './alerts/mailbox.ts';
import { servicesEndpoint } from './aws/services-endpoint.ts';
import { deliveries } from './deliveries.ts';
import { createTables, dynamoCall } from './dynamodb/tables.ts';
import { type BusEvent, eventBusCalls } from './events/event-bus.ts';
import type { LocalFunction } from './lambda/local-function.ts';
import { NdjsonLedger } from './ndjson-ledger.ts';
import { s3Endpoint } from './s3/endpoint.ts';
import { ObjectStore } from './s3/object-store.ts';
import { webhookParameters } from './settings.ts';
import type { Setup } from './setup.ts';
import { answerSns } from './sns/endpoint.ts';
import { queueUrl, sqsCalls } from './sqs/calls.ts';
import { openQueues } from './sqs/open-queues.ts';
import type { Queue } from './sqs/queue.ts';
import { QueueStore } from './sqs/queue-store.ts';
import { ssmCalls } from './ssm/calls.ts';

/** The services that the functions stand on. */
export interface Services {
  readonly objects: ObjectStore;
  /** By name. @throws when the template has none of it */
  readonly queue: (name: string) => Queue;
  /** Address of a queue of that name. */
  readonly queueUrl: (name: string) => string;
  readonly events: () => Promise<BusEvent[]>;
  readonly alerts: () => Promise<Alert[]>;
}

const MEBIBYTE = 1024 * 1024;
const LONGEST_QUOTE = 2000;

const toList = async <T>(lines: AsyncGenerator<unknown>): Promise<T[]> => {
  const list: T[] = [];
  for await (const line of lines) list.push(line as T);
  return list;
};

const openQueueService = async ({ data, plan, stops, onFault }: Setup) => {
  const store = await QueueStore.open(join(data, 'queues'));
  stops.add(() => store.close());
  const queues = await openQueues(plan.queues, store, (name, { body }) =>
    onFault(`queue ${name}`)(
      new Error(`a message went to the dead letters: ${body.slice(0, LONGEST_QUOTE)}`),
    ),
  );
  stops.add(() => {
    for (const queue of queues.values()) queue.stop();
  });
  return queues;
};

const openObjects = async (
  { data, options, plan, stops }: Setup,
  send: (queue: string, body: string) => Promise<void>,
): Promise<ObjectStore> => {
  const delay = options.faults?.notify;
  const objects = await ObjectStore.open({
    folder: join(data, 's3'),
    maxObjectBytes: options.maxObjectBytes ?? 512 * MEBIBYTE,
    notify: (queue, body, key) => (delay ? delay(key, () => send(queue, body)) : send(queue, body)),
  });
  stops.add(() => objects.close());
  for (const { name, rules } of plan.buckets) await objects.addBucket(name, rules);
  return objects;
};

const openLedger = async ({ data, stops }: Setup, name: string): Promise<NdjsonLedger> => {
  const ledger = await NdjsonLedger.open(join(data, name));
  stops.add(() => ledger.close());
  return ledger;
};

/**
 * Opens objects, queues, tables, bus, topics and parameters as the plan says, and serves them.
 *
 * @param functions that rules and topics may call, by name; they may be filled in later
 * @throws TableChangedError
 */
export const startServices = async (
  setup: Setup,
  functions: ReadonlyMap<string, LocalFunction>,
): Promise<Services> => {
  const { data, options, plan, credentials, addresses, stops, repeats, onFault } = setup;
  const queues = await openQueueService(setup);
  const queue = (name: string): Queue => {
    const found = queues.get(name);
    if (!found) throw new Error(`There is no queue ${name}`);
    return found;
  };

  const eventLedger = await openLedger(setup, 'events.ndjson');
  const alertLedger = await openLedger(setup, 'alerts.ndjson');
  const mailbox = await Mailbox.open(alertLedger, (alert) => options.onAlert?.(alert));

  const objects = await openObjects(setup, async (name, body) => void (await queue(name).send([{ body }])));
  addresses.s3.serve(s3Endpoint(objects, credentials, onFault('s3')));

  const dynamo = dynalite({ path: join(data, 'dynamodb'), createTableMs: 0 });
  stops.add(() => new Promise<void>((done) => dynamo.close(() => done())));

  const { subscriptions, buses, rules, topics } = plan;
  const { publish, deliver } = deliveries({ queues, functions, subscriptions, mailbox });
  const { url } = addresses.services;
  addresses.services.serve(
    servicesEndpoint({
      accessKeyId: credentials.accessKeyId,
      sqs: sqsCalls(queues, () => url),
      events: eventBusCalls({
        buses,
        rules,
        async keep(_, event) {
          await eventLedger.append(event);
          repeats.note(event);
          options.onEvent?.(event);
        },
        deliver,
        fault: options.faults?.bus,
      }),
      ssm: ssmCalls(webhookParameters(options)),
      sns: (request, response) => answerSns(publish, topics, request, response),
      dynamodb: (request, response) => void dynamo.emit('request', request, response),
      onError: onFault('services'),
    }),
  );
  await createTables(plan.tables, dynamoCall(url, credentials.accessKeyId));

  return {
    objects,
    queue,
    queueUrl: (name) => queueUrl(url, name),
    events: () => toList<BusEvent>(eventLedger.read()),
    alerts: () => toList<Alert>(alertLedger.read()),
  };
};
