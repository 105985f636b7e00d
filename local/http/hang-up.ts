import type { IncomingMessage, ServerResponse } from 'node:http';

/** Time for the sender of an unread body to see the answer before the line is cut, in milliseconds. */
const GRACE = 500;

/**
 * Ends the connection after the answer, for a body that will not be read to its end. Cutting it at once
 * would reach many clients as a reset instead of the answer. Call before the head is written.
 */
export const hangUp = (request: IncomingMessage, response: ServerResponse): void => {
  if (request.complete) return;
  response.setHeader('Connection', 'close');
  response.once('finish', () => setTimeout(() => request.destroy(), GRACE).unref());
};
