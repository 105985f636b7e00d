import { join, resolve } from 'node:path';
import { Inbox } from './inbox/inbox.ts';
import { InboxMemory } from './inbox/inbox-memory.ts';
import { ObjectClient } from './object-client.ts';
import { putSamples } from './samples.ts';
import type { Setup } from './setup.ts';

/** Where reports are dropped. */
export interface Intake {
  readonly bucket: string;
  /** The queue that is told of them. */
  readonly queue: string;
  /** Puts the samples into a new data folder and begins to watch the inbox, as the options ask. */
  readonly open: () => Promise<void>;
  /** Nothing in the inbox waits to be put. */
  readonly idle: () => boolean;
  /** Files of the inbox that could not be put. */
  readonly failures: () => number;
}

const LOOK_INTERVAL = 500;

/** The bucket of the plan that tells of its uploads, with the ways into it. @throws when there is none */
export const intakeOf = ({
  data,
  options,
  plan,
  credentials,
  addresses,
  stops,
  repeats,
  onFault,
}: Setup): Intake => {
  const intake = plan.buckets.find(({ rules }) => rules.length > 0);
  const [rule] = intake?.rules ?? [];
  if (!intake || !rule) throw new Error('No bucket of the template tells of its uploads');
  const client = new ObjectClient(addresses.s3.url, credentials, intake.name);
  stops.add(() => client.stop());

  const keyOf = (path: string): string => `${rule.prefix ?? ''}${path}`;
  let inbox: Inbox | undefined;
  const watch = async (folder: string): Promise<void> => {
    const memory = await InboxMemory.open(join(data, 'inbox'));
    stops.add(() => memory.close());
    inbox = new Inbox({
      folder: resolve(folder),
      memory,
      async put(path, file, size, sameAs) {
        repeats.expect(keyOf(path), sameAs === undefined ? undefined : keyOf(sameAs));
        await client.putFile(keyOf(path), file, size);
      },
      interval: options.inboxInterval ?? LOOK_INTERVAL,
      onError: (path, error) => onFault(`inbox ${path}`)(error),
    });
    await inbox.start();
    stops.add(() => inbox?.stop());
  };

  return {
    bucket: intake.name,
    queue: rule.queue,
    async open() {
      if (options.samples) await putSamples(data, client);
      if (options.inbox !== undefined) await watch(options.inbox);
    },
    idle: () => inbox?.idle ?? true,
    failures: () => inbox?.failures ?? 0,
  };
};
