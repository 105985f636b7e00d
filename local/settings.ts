import type { LocalOptions } from './local.ts';

/** Where the function that posts to a webhook finds its address. */
const WEBHOOK_PARAMETER = '/gouji/webhook';

/** Settings of the stack on one machine: alerts are not waited for, and may be posted to a program on it. */
export const settingsOf = ({ webhook }: LocalOptions): Record<string, string> => ({
  alertWindowSeconds: '1',
  ...(webhook !== undefined && { alertRobots: `webhook=parameter:${WEBHOOK_PARAMETER}` }),
});

/** The parameters that those settings speak of. */
export const webhookParameters = ({ webhook }: LocalOptions): ReadonlyMap<string, string> =>
  new Map(webhook === undefined ? [] : [[WEBHOOK_PARAMETER, webhook]]);
