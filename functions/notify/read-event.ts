import * as z from 'zod';
import { goujiEventSchema } from '../../shared/events/catalogue.ts';
import { TOLD_TYPES, type ToldEvent } from './notices/event-notice.ts';

/** An event of EventBridge, as far as it matters here. */
const busEventSchema = z.object({ detail: goujiEventSchema });

const isTold = (event: z.infer<typeof goujiEventSchema>): event is ToldEvent =>
  (TOLD_TYPES as readonly string[]).includes(event.type);

/**
 * The event that a message of the queue carries; undefined for one that people need not be told of.
 * @throws when it is none, so that it ends among the dead letters, where people see it
 */
export const readEvent = (body: string): ToldEvent | undefined => {
  const { detail } = busEventSchema.parse(JSON.parse(body));
  return isTold(detail) ? detail : undefined;
};
