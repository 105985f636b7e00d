import * as z from 'zod';
import { workOf } from '../functions/process-report/arrivals.ts';
import { goujiEventSchema } from '../shared/events/catalogue.ts';
import type { BusEvent } from './events/event-bus.ts';

/** An upload that nothing new was told of, since its bytes had been uploaded before. */
export interface RepeatedUpload {
  readonly key: string;
  /** Key of a file with the same bytes, where it came through the inbox. */
  readonly sameAs?: string | undefined;
}

const DELIVERY = z.object({
  Records: z.array(
    z.object({
      messageId: z.string(),
      body: z.string(),
      attributes: z.object({ ApproximateReceiveCount: z.string() }),
    }),
  ),
});
const ANSWER = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).default([]) });

interface Upload {
  readonly key: string;
  readonly versionId?: string | undefined;
}

const idOf = ({ key, versionId = '' }: Upload): string => `${versionId} ${key}`;

/** The uploads of a message that comes for the first time: one that comes back may have been told of already. */
const uploadsOf = ({ body, attributes }: z.infer<typeof DELIVERY>['Records'][number]): Upload[] => {
  if (attributes.ApproximateReceiveCount !== '1') return [];
  try {
    return workOf(body).flatMap((work) => ('object' in work ? [work.object] : []));
  } catch {
    // No notification: the function itself refuses it.
    return [];
  }
};

/**
 * Finds the uploads that end without a word: the same bytes again are no news, so there is no event to print a line
 * from, and whoever dropped the file would wait for one.
 */
export class RepeatedUploads {
  /** Uploads in work, and whether an event told of them. */
  private readonly inWork = new Map<string, boolean>();
  private readonly twins = new Map<string, string>();

  constructor(private readonly tell: ((upload: RepeatedUpload) => void) | undefined) {}

  /** Notes before an upload under which other key the same bytes had been put, if under any. */
  expect(key: string, sameAs: string | undefined): void {
    if (sameAs === undefined) this.twins.delete(key);
    else this.twins.set(key, sameAs);
  }

  /** Notes what an event tells of. */
  note({ detail }: BusEvent): void {
    const event = goujiEventSchema.safeParse(detail);
    if (!event.success) return;
    const id = idOf(event.data.data.object);
    if (this.inWork.has(id)) this.inWork.set(id, true);
  }

  /** A call of the function that works on uploads, with a look at what was told meanwhile. */
  async watch(delivery: unknown, invoke: (delivery: unknown) => Promise<unknown>): Promise<unknown> {
    const messages = DELIVERY.parse(delivery).Records.map((record) => ({
      id: record.messageId,
      uploads: uploadsOf(record),
    }));
    const uploads = messages.flatMap((message) => message.uploads);
    for (const upload of uploads) this.inWork.set(idOf(upload), false);
    try {
      const answer = await invoke(delivery);
      const { batchItemFailures } = ANSWER.parse(answer ?? {});
      const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      for (const message of messages) if (!failed.has(message.id)) this.tellOf(message.uploads);
      return answer;
    } finally {
      for (const upload of uploads) this.inWork.delete(idOf(upload));
    }
  }

  private tellOf(uploads: readonly Upload[]): void {
    for (const { key, versionId } of uploads) {
      const sameAs = this.twins.get(key);
      this.twins.delete(key);
      if (this.inWork.get(idOf({ key, versionId })) === false) this.tell?.({ key, sameAs });
    }
  }
}
