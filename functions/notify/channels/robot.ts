import type { Agent } from 'node:http';
import * as z from 'zod';
import type { Notice } from '../notices/notice.ts';
import { type Channel, ChannelError } from './channel.ts';
import type { RobotKind } from './kinds.ts';
import { postJson } from './post-json.ts';
import { parseRobotAddress, type RobotAddress } from './robot-address.ts';

/** What one kind of robot understands. */
export interface Dialect {
  readonly kind: RobotKind;
  /** @param now milliseconds since 1970 */
  readonly message: (notice: Notice, address: RobotAddress, now: number) => RobotMessage;
  /** Reads the answer of a robot: `undefined` when it took the message, else what it says, and whether it is busy. */
  readonly refusal: (answer: string) => { readonly says: string; readonly busy: boolean } | undefined;
}

export interface RobotMessage {
  readonly url: URL;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RobotOptions {
  readonly dialect: Dialect;
  /** Reads the stored webhook; what it gives is not kept here. */
  readonly readAddress: () => Promise<string>;
  /** The stored webhook may be out of date: it is read anew for the next notice. */
  readonly forgetAddress: () => void;
  readonly agent?: Agent | undefined;
  readonly now: () => number;
}

/**
 * Reads an answer that carries a code: robots answer 200 when they refuse, too.
 *
 * @param busy codes that say too much was sent
 */
export const refusalByCode =
  (code: string, text: string, busy: readonly number[]): Dialect['refusal'] =>
  (answer) => {
    const schema = z.object({ [code]: z.number(), [text]: z.string().optional() });
    let parsed: Record<string, unknown> | undefined;
    try {
      parsed = schema.safeParse(JSON.parse(answer)).data;
    } catch {
      // No JSON: a page of some proxy, perhaps.
    }
    if (!parsed) return { says: 'something that is no answer of such a robot', busy: true };
    const number = Number(parsed[code]);
    if (number === 0) return undefined;
    return {
      says: `${code} ${number}: ${String(parsed[text] ?? '').slice(0, 200)}`,
      busy: busy.includes(number),
    };
  };

/** A chat robot. */
export const robotChannel = ({ dialect, readAddress, forgetAddress, agent, now }: RobotOptions): Channel => {
  const { kind, message, refusal } = dialect;
  const exchange = async (notice: Notice): Promise<void> => {
    const address = parseRobotAddress(kind, await readAddress());
    const { url, body, headers } = message(notice, address, now());
    const answer = await postJson(url, body, { agent, ...(headers && { headers }) });
    const refused = refusal(answer);
    if (refused) throw new ChannelError(`${kind} refused: ${refused.says}`, refused.busy);
  };
  return {
    async send(notice) {
      try {
        await exchange(notice);
      } catch (error) {
        forgetAddress();
        throw error;
      }
    },
  };
};
