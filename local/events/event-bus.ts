import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Calls } from '../aws/json-protocol.ts';
import { ACCOUNT, nameOf, REGION } from '../aws/place.ts';
import { type Json, matches } from './pattern.ts';

/** An event as targets receive it. */
export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: { readonly [name: string]: Json };
}

export interface BusRule {
  readonly bus: string;
  readonly pattern: { readonly [name: string]: Json };
  readonly targets: readonly {
    readonly arn: string;
    readonly input?: string | undefined;
    readonly inputPath?: string | undefined;
  }[];
}

export interface EventBusOptions {
  readonly buses: readonly string[];
  readonly rules: readonly BusRule[];
  /** Keeps an event that was taken; called before its targets. */
  readonly keep: (bus: string, event: BusEvent) => Promise<void>;
  /** Brings an input to a target; resolves when it is safe there. */
  readonly deliver: (targetArn: string, input: string) => Promise<void>;
  /** Names a fault to show for an entry, as the service does when it is in trouble. */
  readonly fault?: ((detailType: string) => string | undefined) | undefined;
}

const ENTRY = z.object({
  Source: z.string().min(1),
  DetailType: z.string().min(1),
  Detail: z.string(),
  EventBusName: z.string().default('default'),
  Time: z.number().optional(),
  Resources: z.array(z.string()).default([]),
});
const REQUEST = z.object({ Entries: z.array(z.unknown()).min(1).max(10) });
const DETAIL = z.record(z.string(), z.json());

/** "Total entry size must be less than 256 KB" of the PutEvents API. */
const ENTRY_BYTES = 256 * 1024;

interface Refusal {
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
}

const refuse = (ErrorCode: string, ErrorMessage: string): Refusal => ({ ErrorCode, ErrorMessage });

const inputFor = (event: BusEvent, { input, inputPath }: BusRule['targets'][number]): string => {
  if (input !== undefined) return input;
  if (inputPath === undefined) return JSON.stringify(event);
  const value = inputPath
    .split('.')
    .slice(1)
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], event);
  return JSON.stringify(value);
};

/** The PutEvents call of EventBridge: each entry is taken or refused by itself. */
export const eventBusCalls = ({ buses, rules, keep, deliver, fault }: EventBusOptions): Calls => {
  const put = async (entry: unknown): Promise<{ readonly EventId: string } | Refusal> => {
    const parsed = ENTRY.safeParse(entry);
    if (!parsed.success) return refuse('InvalidArgument', z.prettifyError(parsed.error));
    const { Source, DetailType, Detail, EventBusName, Time, Resources } = parsed.data;
    const bus = nameOf(EventBusName);
    if (!buses.includes(bus)) return refuse('ResourceNotFoundException', `There is no event bus ${bus}.`);
    if (Buffer.byteLength(Detail) > ENTRY_BYTES) return refuse('InvalidArgument', 'The entry is too large.');
    let detail: unknown;
    try {
      detail = JSON.parse(Detail);
    } catch {
      return refuse('MalformedDetail', 'Detail is malformed.');
    }
    const object = DETAIL.safeParse(detail);
    if (!object.success) return refuse('MalformedDetail', 'Detail is no JSON object.');
    const error = fault?.(DetailType);
    if (error) return refuse(error, 'A fault was asked for.');
    const event: BusEvent = {
      version: '0',
      id: randomUUID(),
      'detail-type': DetailType,
      source: Source,
      account: ACCOUNT,
      time: new Date(Time === undefined ? Date.now() : Time * 1000).toISOString(),
      region: REGION,
      resources: Resources,
      detail: object.data as BusEvent['detail'],
    };
    await keep(bus, event);
    const matching = rules.filter((rule) => rule.bus === bus && matches(rule.pattern, { ...event }));
    for (const { targets } of matching) {
      for (const target of targets) await deliver(target.arn, inputFor(event, target));
    }
    return { EventId: event.id };
  };
  return {
    async PutEvents(input) {
      const { Entries } = REQUEST.parse(input);
      const results: ({ readonly EventId: string } | Refusal)[] = [];
      for (const entry of Entries) results.push(await put(entry));
      const failed = results.filter((result) => 'ErrorCode' in result).length;
      return { FailedEntryCount: failed, Entries: results };
    },
  };
};
