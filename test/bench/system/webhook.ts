import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';

const noticeSchema = z.object({
  id: z.string(),
  events: z.array(z.object({ id: z.string(), type: z.string(), link: z.string() })),
});

export interface Told {
  readonly type: string;
  /** Of the record, whatever the port was. */
  readonly path: string;
  /** Notices that told of it; those that only repeat another, under the same id, are not counted. */
  notices: number;
}

export interface Webhook {
  readonly url: string;
  /** What came, by the id of the event. */
  readonly told: ReadonlyMap<string, Told>;
  readonly close: () => void;
}

/** A program on this machine that is told of alerts; it knows repeats by their ids. */
export const openWebhook = async (): Promise<Webhook> => {
  const told = new Map<string, Told>();
  const notices = new Set<string>();
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { id: notice, events } = noticeSchema.parse(JSON.parse(Buffer.concat(parts).toString()));
    if (!notices.has(notice)) {
      notices.add(notice);
      for (const { id, type, link } of events) {
        const known = told.get(id);
        if (known) known.notices += 1;
        else told.set(id, { type, path: new URL(link).pathname, notices: 1 });
      }
    }
    response.writeHead(204).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    told,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
