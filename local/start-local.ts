import { mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import dynalite from 'dynalite';
import type { Alert } from './alerts/alert.ts';
import { Mailbox } from './alerts/mailbox.ts';
import { gateway } from './api/gateway.ts';
import { REGION } from './aws/place.ts';
import { servicesEndpoint } from './aws/services-endpoint.ts';
import { credentialsFile, localCredentials } from './credentials.ts';
import { deliveries } from './deliveries.ts';
import { createTables, dynamoCall } from './dynamodb/tables.ts';
import { type BusEvent, eventBusCalls } from './events/event-bus.ts';
import { functionEnvironment } from './function-environment.ts';
import { lateServer } from './http/late-server.ts';
import { close, listen } from './http/listen.ts';
import { Inbox } from './inbox/inbox.ts';
import { InboxMemory } from './inbox/inbox-memory.ts';
import { bundledFunctions } from './lambda/bundled-functions.ts';
import { LocalFunction } from './lambda/local-function.ts';
import { QueuePump } from './lambda/queue-pump.ts';
import { openLog } from './log-file.ts';
import { NdjsonLedger } from './ndjson-ledger.ts';
import { ObjectClient } from './object-client.ts';
import { s3Endpoint } from './s3/endpoint.ts';
import { ObjectStore } from './s3/object-store.ts';
import { putSamples } from './samples.ts';
import { localSecrets } from './secrets.ts';
import { answerSns } from './sns/endpoint.ts';
import { queueUrl, sqsCalls } from './sqs/calls.ts';
import { openQueues } from './sqs/open-queues.ts';
import { QueueStore } from './sqs/queue-store.ts';
import { ssmCalls } from './ssm/calls.ts';
import { readPlan } from './template/read-plan.ts';
import { currentTemplate } from './template/synthesize.ts';

/** Troubles of the cloud, to be had on purpose. */
export interface Faults {
  /** Names the error that the bus answers for an event of this type, instead of taking it. */
  readonly bus?: (detailType: string) => string | undefined;
  /** Called instead of each sending of a notification, which it may repeat, delay or reorder. */
  readonly notify?: (key: string, send: () => Promise<void>) => Promise<void>;
}

export interface LocalOptions {
  /** Data folder. */
  readonly data: string;
  /** Watched folder; none is watched without it. */
  readonly inbox?: string | undefined;
  /** Of the read API; 0 for any. */
  readonly port?: number;
  readonly s3Port?: number;
  /** Puts the sample reports into a new data folder. */
  readonly samples?: boolean;
  /** Loopback address that gets a POST for every alert. */
  readonly webhook?: string | undefined;
  /** Bearer token that the read API asks for. */
  readonly token?: string | undefined;
  /** Milliseconds until a failed message is tried again. */
  readonly retryDelay?: number;
  /** Milliseconds between two looks into the inbox. */
  readonly inboxInterval?: number;
  /** Largest object in bytes. */
  readonly maxObjectBytes?: number;
  readonly faults?: Faults;
  readonly onEvent?: (event: BusEvent) => void;
  readonly onAlert?: (alert: Alert) => void;
  readonly onError?: (where: string, error: unknown) => void;
  /** Called when the template must be synthesized, which takes seconds. */
  readonly onSynthesis?: () => void;
}

/** One machine, running. */
export interface Local {
  readonly apiUrl: string;
  readonly s3: {
    readonly endpoint: string;
    readonly region: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    /** Where reports are dropped. */
    readonly bucket: string;
    readonly credentialsFile: string;
  };
  /** The queue of the intake bucket, to be reached by any SQS client with the same credentials. */
  readonly queue: { readonly url: string; readonly deadLettersUrl: string; readonly endpoint: string };
  /** The table of records, to be reached by any DynamoDB client at the endpoint of the queue. */
  readonly table: string;
  /** Every event so far, oldest first. */
  readonly events: () => Promise<BusEvent[]>;
  /** Every alert so far, oldest first. */
  readonly alerts: () => Promise<Alert[]>;
  /** Messages in the dead letters of the intake queue. */
  readonly deadLetters: () => number;
  /** Resolves when everything that was put is recorded, announced and delivered. */
  readonly whenIdle: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const MEBIBYTE = 1024 * 1024;
const IDLE_LOOK = 10;
const WARM_LATER = 300;
const LONGEST_QUOTE = 2000;

/** Where the function that posts to a webhook finds its address. */
const WEBHOOK_PARAMETER = '/gouji/webhook';

/** Settings of the stack on one machine: alerts are not waited for, and may be posted to a program on it. */
const settingsOf = ({ webhook }: LocalOptions): Record<string, string> => ({
  alertWindowSeconds: '1',
  ...(webhook !== undefined && { alertRobots: `webhook=parameter:${WEBHOOK_PARAMETER}` }),
});

const toList = async <T>(lines: AsyncGenerator<unknown>): Promise<T[]> => {
  const list: T[] = [];
  for await (const line of lines) list.push(line as T);
  return list;
};

/**
 * Runs the functions of the stack against emulators in this process, as the synthesized template says.
 *
 * @throws PortTakenError, SynthesisError, TemplateError, TableChangedError
 */
export const startLocal = async (options: LocalOptions): Promise<Local> => {
  const data = resolve(options.data);
  const onError = options.onError ?? (() => undefined);
  const faults = (where: string) => (error: unknown) => onError(where, error);
  /** What was started, to be stopped in reverse. */
  const stops: (() => Promise<unknown> | unknown)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      for (const each of stops.reverse()) await each();
    })();
    return stopping;
  };

  try {
    await mkdir(join(data, 'logs'), { recursive: true, mode: 0o700 });
    const credentials = await localCredentials(data);
    const [api, s3, services] = [lateServer(), lateServer(), lateServer()];
    const url = async (late: typeof api, port: number, option: string): Promise<string> => {
      const bound = await listen(late.server, port, option);
      stops.push(() => close(late.server));
      return `http://127.0.0.1:${bound}`;
    };
    const apiUrl = await url(api, options.port ?? 0, '--port');
    const s3Url = await url(s3, options.s3Port ?? 0, '--s3-port');
    const servicesUrl = await url(services, 0, '');

    const template = await currentTemplate(() => options.onSynthesis?.(), settingsOf(options));
    const plan = readPlan(template, { apiUrl, servicesUrl }, localSecrets(data));

    // Takes a second when a source changed; much else is done meanwhile.
    const bundling = bundledFunctions([...new Set(plan.functions.map(({ entry }) => entry))]);
    bundling.catch(() => undefined);

    const queueStore = await QueueStore.open(join(data, 'queues'));
    stops.push(() => queueStore.close());
    const queues = await openQueues(plan.queues, queueStore, (name, { body }) =>
      onError(
        `queue ${name}`,
        new Error(`a message went to the dead letters: ${body.slice(0, LONGEST_QUOTE)}`),
      ),
    );
    stops.push(() => {
      for (const queue of queues.values()) queue.stop();
    });
    const queue = (name: string) => {
      const found = queues.get(name);
      if (!found) throw new Error(`There is no queue ${name}`);
      return found;
    };

    const eventLedger = await NdjsonLedger.open(join(data, 'events.ndjson'));
    stops.push(() => eventLedger.close());
    const alertLedger = await NdjsonLedger.open(join(data, 'alerts.ndjson'));
    stops.push(() => alertLedger.close());
    const mailbox = await Mailbox.open(alertLedger, (alert) => options.onAlert?.(alert));

    const store = await ObjectStore.open({
      folder: join(data, 's3'),
      maxObjectBytes: options.maxObjectBytes ?? 512 * MEBIBYTE,
      async notify(name, body, key) {
        const send = async (): Promise<void> => void (await queue(name).send([{ body }]));
        await (options.faults?.notify ? options.faults.notify(key, send) : send());
      },
    });
    stops.push(() => store.close());
    for (const { name, rules } of plan.buckets) await store.addBucket(name, rules);
    s3.serve(s3Endpoint(store, credentials, faults('s3')));

    const dynamo = dynalite({ path: join(data, 'dynamodb'), createTableMs: 0 });
    stops.push(() => new Promise<void>((done) => dynamo.close(() => done())));

    const functions = new Map<string, LocalFunction>();
    const { webhook } = options;
    const { publish, deliver } = deliveries({
      queues,
      functions,
      subscriptions: plan.subscriptions,
      mailbox,
    });
    services.serve(
      servicesEndpoint({
        accessKeyId: credentials.accessKeyId,
        sqs: sqsCalls(queues, () => servicesUrl),
        events: eventBusCalls({
          buses: plan.buses,
          rules: plan.rules,
          async keep(_, event) {
            await eventLedger.append(event);
            options.onEvent?.(event);
          },
          deliver,
          fault: options.faults?.bus,
        }),
        ssm: ssmCalls(new Map(webhook === undefined ? [] : [[WEBHOOK_PARAMETER, webhook]])),
        sns: (request, response) => answerSns(publish, plan.topics, request, response),
        dynamodb: (request, response) => void dynamo.emit('request', request, response),
        onError: faults('services'),
      }),
    );
    await createTables(plan.tables, dynamoCall(servicesUrl, credentials.accessKeyId));

    const code = await bundling;
    for (const each of plan.functions) {
      const environment = functionEnvironment(each, credentials, { s3: s3Url, services: servicesUrl });
      const log = openLog(join(data, 'logs', `${each.name}.log`));
      const concurrency = Math.max(2, Math.min(4, availableParallelism()));
      const started = new LocalFunction(each, code, environment, log, concurrency);
      functions.set(each.name, started);
      stops.push(
        () => new Promise<void>((done) => log.end(done)),
        () => started.stop(),
      );
    }
    const invoke = (name: string, event: unknown): Promise<unknown> => {
      const found = functions.get(name);
      if (!found) throw new Error(`There is no function ${name}`);
      return found.invoke(event);
    };
    api.serve(gateway({ routes: plan.routes, invoke, token: options.token, onError: faults('api') }));

    for (const mapping of plan.mappings) {
      const pump = new QueuePump({
        queue: queue(mapping.queue),
        mapping,
        invoke: (event) => invoke(mapping.functionName, event),
        // Messages are gathered best in one place.
        pollers: mapping.window > 0 ? 1 : Math.min(mapping.concurrency, availableParallelism()),
        retryDelay: options.retryDelay ?? 1000,
        onError: faults(mapping.functionName),
      });
      stops.push(() => pump.stop());
    }

    store.startNotifying();

    const intake = plan.buckets.find(({ rules }) => rules.length > 0);
    if (!intake) throw new Error('No bucket of the template tells of its uploads');
    const [rule] = intake.rules;
    const client = new ObjectClient(s3Url, credentials, intake.name);
    stops.push(() => client.stop());
    if (options.samples) await putSamples(data, client);

    let inbox: Inbox | undefined;
    if (options.inbox !== undefined) {
      const memory = await InboxMemory.open(join(data, 'inbox'));
      stops.push(() => memory.close());
      inbox = new Inbox({
        folder: resolve(options.inbox),
        memory,
        put: (path, file, size) => client.putFile(`${rule?.prefix ?? ''}${path}`, file, size),
        interval: options.inboxInterval ?? 500,
        onError: (path, error) => onError(`inbox ${path}`, error),
      });
      await inbox.start();
      stops.push(() => inbox?.stop());
    }

    const served = plan.mappings.map((mapping) => queue(mapping.queue));
    const isIdle = (): boolean =>
      store.pending === 0 &&
      (inbox?.idle ?? true) &&
      served.every(({ counts }) => counts.ready + counts.inFlight + counts.delayed === 0);
    const intakeQueue = queue(rule?.queue ?? '');
    for (const { queue: name, functionName } of plan.mappings) {
      if (name === intakeQueue.name) functions.get(functionName)?.warm();
    }
    // The function behind the first route is the one that readers ask first; uploads go before it.
    const reader = functions.get(plan.routes[0]?.functionName ?? '');
    const warming = setTimeout(() => reader?.warm(), WARM_LATER).unref();
    stops.push(() => clearTimeout(warming));
    return {
      apiUrl,
      s3: {
        endpoint: s3Url,
        region: REGION,
        ...credentials,
        bucket: intake.name,
        credentialsFile: credentialsFile(data),
      },
      queue: {
        url: queueUrl(servicesUrl, intakeQueue.name),
        deadLettersUrl: queueUrl(servicesUrl, intakeQueue.settings.deadLetters?.queue.name ?? ''),
        endpoint: servicesUrl,
      },
      table: plan.tables[0]?.TableName ?? '',
      events: () => toList<BusEvent>(eventLedger.read()),
      alerts: () => toList<Alert>(alertLedger.read()),
      deadLetters: () => intakeQueue.settings.deadLetters?.queue.counts.ready ?? 0,
      async whenIdle() {
        while (!isIdle()) await new Promise((done) => setTimeout(done, IDLE_LOOK));
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
