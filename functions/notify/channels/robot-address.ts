import * as z from 'zod';
import { ChannelError } from './channel.ts';
import { ROBOT_HOSTS, type RobotKind, SIGNED } from './kinds.ts';

/** Where a robot listens, and what its messages are signed with. */
export interface RobotAddress {
  readonly url: URL;
  readonly secret?: string | undefined;
}

const objectSchema = z.object({ url: z.string(), secret: z.string().min(1).optional() });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Reads what the secret store holds for a robot: its webhook, or `{"url": …, "secret": …}` for one that signs.
 * What is wrong is told without a word of the secret itself.
 *
 * @throws ChannelError when it is no address of such a robot
 */
export const parseRobotAddress = (kind: RobotKind, stored: string): RobotAddress => {
  const text = stored.trim();
  const { url: given, secret } = text.startsWith('{')
    ? (objectSchema.safeParse(parseJson(text)).data ?? { url: '' })
    : { url: text };
  const refuse = (why: string): never => {
    throw new ChannelError(`The webhook kept for ${kind} ${why}`, true);
  };
  const url = URL.canParse(given) ? new URL(given) : refuse('is no address');
  if (url.protocol !== (kind === 'webhook' ? 'http:' : 'https:')) refuse('has the wrong protocol');
  if (!(ROBOT_HOSTS[kind] as readonly string[]).includes(url.hostname))
    refuse('lies on a host that is not allowed');
  if (kind !== 'webhook' && url.port !== '') refuse('names a port');
  if (url.username !== '' || url.password !== '') refuse('carries a user name');
  if (SIGNED.has(kind) && !secret) refuse('comes without the secret that signs its messages');
  return { url, secret };
};
