import * as z from 'zod';
import { goujiEventSchema } from '../../shared/events/catalogue.ts';

const PUBLISHED = z.object({ detail: goujiEventSchema });

/** What people are told: an event of Gouji, or the text of a message that is none. */
export type Alert =
  | { readonly id: string; readonly event: z.infer<typeof goujiEventSchema> }
  | { readonly id: string; readonly text: string };

/** Reads the body of a message to the alert topic. @param id names the message where there is no event */
export const parseAlert = (id: string, body: string): Alert => {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { id, text: body };
  }
  const published = PUBLISHED.safeParse(value);
  return published.success
    ? { id: published.data.detail.id, event: published.data.detail }
    : { id, text: body };
};
