import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { errorFields, type Log } from '../log.ts';
import { type Channel, ChannelError } from './channels/channel.ts';
import { POST_TIMEOUT } from './channels/post-json.ts';
import { digestNotice } from './notices/digest-notice.ts';
import { eventNotice, type ToldEvent } from './notices/event-notice.ts';
import type { Notice } from './notices/notice.ts';
import { readEvent } from './read-event.ts';
import type { Told } from './told.ts';

export interface NotifyServices {
  readonly channel: Channel;
  readonly told: Told;
  readonly digestAbove: number;
  readonly apiUrl: string;
  readonly log: Log;
  readonly now: () => number;
}

/** What a notice may take, with the marks after it; one for which less is left goes back. */
const RESERVE_MILLISECONDS = POST_TIMEOUT + 2000;

const oldestFirst = (a: ToldEvent, b: ToldEvent): number =>
  `${a.time} ${a.id}` < `${b.time} ${b.id}` ? -1 : 1;

/**
 * Tells people of a batch of events by one channel, each event once: an event is claimed, told, and marked as told.
 * A crash between telling and marking tells it once more when the claim has run out; nothing is left untold.
 * What failed is named in the answer, so that only those messages come back.
 */
export const notifier = ({ channel, told, digestAbove, apiUrl, log, now }: NotifyServices) => {
  /** Those of the events that are this worker's to tell; adds to `back` those that are not to be forgotten. */
  const claimAll = async (
    events: readonly ToldEvent[],
    until: number,
    back: Set<string>,
  ): Promise<ToldEvent[]> => {
    const claims = await Promise.all(
      events.map(async (event) => {
        try {
          const claim = await told.claim(event.id, until);
          if (claim === 'taken') back.add(event.id);
          return claim === 'claimed' ? [event] : [];
        } catch (error) {
          log('error', 'event not claimed', { event: event.id, ...errorFields(error) });
          back.add(event.id);
          return [];
        }
      }),
    );
    return claims.flat();
  };

  const each = (notice: Notice, what: string, run: (eventId: string) => Promise<void>): Promise<unknown> =>
    Promise.all(
      notice.events.map(({ id }) =>
        run(id).catch((error: unknown) =>
          log('warn', `event not ${what}`, { event: id, ...errorFields(error) }),
        ),
      ),
    );

  /** @returns whether the channel will take more */
  const tell = async (notice: Notice, back: Set<string>): Promise<boolean> => {
    const events = notice.events.map(({ id }) => id);
    try {
      await channel.send(notice);
    } catch (error) {
      log('error', 'notice goes back to the queue', { notice: notice.id, events, ...errorFields(error) });
      for (const id of events) back.add(id);
      await each(notice, 'released', told.release);
      return error instanceof ChannelError && !error.down;
    }
    // It was told: what cannot be marked is not told again for that, unless the event itself comes again.
    await each(notice, 'marked', told.mark);
    log('info', 'notice told', { notice: notice.id, events });
    return true;
  };

  return async (
    { Records }: SQSEvent,
    context: { getRemainingTimeInMillis(): number },
  ): Promise<SQSBatchResponse> => {
    const failed = new Set<string>();
    const byId = new Map<string, { readonly event: ToldEvent; readonly messages: string[] }>();
    for (const { messageId, body } of Records) {
      try {
        const event = readEvent(body);
        if (!event) continue;
        const known = byId.get(event.id);
        if (known) known.messages.push(messageId);
        else byId.set(event.id, { event, messages: [messageId] });
      } catch (error) {
        log('error', 'message is no event', { messageId, ...errorFields(error) });
        failed.add(messageId);
      }
    }

    const back = new Set<string>();
    // No longer than this invocation can last: whoever comes after it may take over.
    const until = now() + context.getRemainingTimeInMillis();
    const events = await claimAll(
      [...byId.values()].map(({ event }) => event),
      until,
      back,
    );
    const notices =
      events.length > digestAbove
        ? [digestNotice(events, apiUrl)]
        : events.toSorted(oldestFirst).map(eventNotice);
    let open = true;
    for (const notice of notices) {
      if (open && context.getRemainingTimeInMillis() >= RESERVE_MILLISECONDS) open = await tell(notice, back);
      else {
        for (const { id } of notice.events) back.add(id);
        await each(notice, 'released', told.release);
      }
    }
    for (const id of back) for (const messageId of byId.get(id)?.messages ?? []) failed.add(messageId);
    return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
  };
};
