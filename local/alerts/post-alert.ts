import type { Alert } from './alert.ts';

/** Milliseconds. */
const TIMEOUT = 10_000;

/** Sends an alert to a webhook. @throws when it was not taken */
export const postAlert = async (webhook: string, alert: Alert, signal: AbortSignal): Promise<void> => {
  const response = await fetch(webhook, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': alert.id },
    body: JSON.stringify('event' in alert ? alert.event : alert),
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`The webhook answered ${response.status}`);
};
