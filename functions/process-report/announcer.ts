import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { GoujiEvent } from '../../shared/events/catalogue.ts';

/** Where events are announced. */
export interface Announcer {
  /** @throws when even one of the events was not taken; sending all again is harmless, their ids stay. */
  announce(events: readonly GoujiEvent[]): Promise<void>;
}

/** Some events were not taken by the bus. */
export class AnnouncementError extends Error {
  override readonly name = 'AnnouncementError';
}

/**
 * The announcer on an Amazon EventBridge bus. The service answers 200 even when it refused entries: "For each
 * entry … ErrorCode: the error code that indicates why the event submission failed."
 */
export const busAnnouncer = (bridge: EventBridgeClient, bus: string): Announcer => ({
  async announce(events) {
    const { FailedEntryCount, Entries } = await bridge.send(
      new PutEventsCommand({
        Entries: events.map((event) => ({
          EventBusName: bus,
          Source: event.source,
          DetailType: event.type,
          Time: new Date(event.time),
          Resources: [],
          Detail: JSON.stringify(event),
        })),
      }),
    );
    const refused = (Entries ?? []).filter(({ ErrorCode }) => ErrorCode);
    if (FailedEntryCount || refused.length > 0 || (Entries ?? []).length < events.length) {
      const codes = refused.map(({ ErrorCode, ErrorMessage }) => `${ErrorCode}: ${ErrorMessage ?? ''}`);
      throw new AnnouncementError(`The bus did not take every event (${codes.join('; ') || 'no answer'})`);
    }
  },
});
