import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { BusEvent } from '../../local/events/event-bus.ts';
import type { Local, LocalOptions } from '../../local/local.ts';
import { startLocal } from '../../local/start-local.ts';

const REPORTS = new URL('../reports/', import.meta.url);
export const sample = (name: string): Promise<Buffer> => readFile(new URL(name, REPORTS));

/** The sample of a consistent report, of an agency of its own: numbered names are read as real ones are. */
export const reportOf = async (number: number): Promise<string> =>
  (await sample('000_20cb44e099b31046.txt'))
    .toString('utf8')
    .replaceAll('宁波市公安局鄞州分局', agencyOf(number));
export const agencyOf = (number: number): string => `宁波市公安局第${number}分局`;

/** An S3 client as any user would set it up. */
export const clientOf = ({ s3 }: Pick<Local, 's3'>): S3Client =>
  new S3Client({
    endpoint: s3.endpoint,
    region: s3.region,
    credentials: { accessKeyId: s3.accessKeyId, secretAccessKey: s3.secretAccessKey },
    forcePathStyle: true,
    maxAttempts: 1,
  });

export interface Recorded {
  readonly verdict: string;
  readonly version: string;
  readonly agency: string;
  readonly name: string;
  readonly errors: number;
}

/** One machine on a data folder of its own, with what the tests ask of it. */
export const startMachine = async (options: Partial<LocalOptions> = {}) => {
  const data = options.data ?? (await mkdtemp(join(tmpdir(), 'gouji-system-')));
  const errors: string[] = [];
  const local = await startLocal({
    retryDelay: 20,
    inboxInterval: 50,
    onError: (where, error) => errors.push(`${where}: ${error}`),
    ...options,
    data,
  });
  const s3 = clientOf(local);
  return {
    data,
    local,
    s3,
    errors,
    put: (Key: string, Body: string | Uint8Array) =>
      s3.send(new PutObjectCommand({ Bucket: local.s3.bucket, Key, Body })),
    /** The parsed answer of the read API. */
    async get(path: string) {
      const answer = await fetch(`${local.apiUrl}${path}`);
      return { status: answer.status, body: await answer.json(), headers: answer.headers };
    },
    /** Every current record, page by page. */
    async records(filter = ''): Promise<Recorded[]> {
      const found: Recorded[] = [];
      let cursor: string | null = null;
      do {
        const query: string = `limit=200${filter}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
        const { items, next } = (await (await fetch(`${local.apiUrl}/reports?${query}`)).json()) as {
          items: Recorded[];
          next: string | null;
        };
        found.push(...items);
        cursor = next;
      } while (cursor !== null);
      return found;
    },
    async events(type: string): Promise<BusEvent[]> {
      return (await local.events()).filter((event) => event['detail-type'] === type);
    },
    /** Ids of the events that people were told of, in order. */
    async told(): Promise<string[]> {
      return (await local.alerts()).flatMap(({ events }) => events);
    },
    async stop({ keep = false } = {}) {
      s3.destroy();
      await local.stop();
      if (!keep) await rm(data, { recursive: true, force: true });
    },
  };
};

/** Ids of the CloudEvents, which repeat when work repeats. */
export const idsOf = (events: readonly BusEvent[]): string[] => events.map(({ detail }) => String(detail.id));
