import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { functionEnvironment } from './function-environment.ts';
import type { BundledFunctions } from './lambda/bundled-functions.ts';
import { LocalFunction } from './lambda/local-function.ts';
import { QueuePump } from './lambda/queue-pump.ts';
import { rotateLog } from './log-file.ts';
import type { Services } from './services.ts';
import type { Setup } from './setup.ts';

const WARM_LATER = 300;
const RETRY_DELAY = 1000;

/** Makes the functions of the plan callable. @returns a way to call each by its name */
export const startFunctions = (
  { data, plan, credentials, addresses, stops }: Setup,
  code: BundledFunctions,
  functions: Map<string, LocalFunction>,
): ((name: string, event: unknown) => Promise<unknown>) => {
  const endpoints = { s3: addresses.s3.url, services: addresses.services.url };
  const concurrency = Math.max(2, Math.min(4, availableParallelism()));
  for (const each of plan.functions) {
    const environment = functionEnvironment(each, credentials, endpoints);
    const log = join(data, 'logs', `${each.name}.log`);
    rotateLog(log);
    const started = new LocalFunction(each, code, environment, log, concurrency);
    functions.set(each.name, started);
    stops.add(() => started.stop());
  }
  return (name, event) => {
    const found = functions.get(name);
    if (!found) throw new Error(`There is no function ${name}`);
    return found.invoke(event);
  };
};

/** Brings the messages of queues to the functions that the plan names for them. */
export const startPumps = (
  { options, plan, stops, repeats, onFault }: Setup,
  { queue }: Services,
  invoke: (name: string, event: unknown) => Promise<unknown>,
): void => {
  const ofUploads = new Set(plan.buckets.flatMap(({ rules }) => rules.map((rule) => rule.queue)));
  for (const mapping of plan.mappings) {
    const call = (event: unknown) => invoke(mapping.functionName, event);
    const pump = new QueuePump({
      queue: queue(mapping.queue),
      mapping,
      invoke: ofUploads.has(mapping.queue) ? (event) => repeats.watch(event, call) : call,
      // Messages are gathered best in one place.
      pollers: mapping.window > 0 ? 1 : Math.min(mapping.concurrency, availableParallelism()),
      retryDelay: options.retryDelay ?? RETRY_DELAY,
      onError: onFault(mapping.functionName),
    });
    stops.add(() => pump.stop());
  }
};

/** Loads what is needed first before it is asked for: what takes uploads in, then what answers readers. */
export const warmFunctions = (
  { plan, stops }: Setup,
  intakeQueue: string,
  functions: ReadonlyMap<string, LocalFunction>,
): void => {
  for (const { queue, functionName } of plan.mappings) {
    if (queue === intakeQueue) functions.get(functionName)?.warm();
  }
  // The function behind the first route is the one that readers ask first.
  const reader = functions.get(plan.routes[0]?.functionName ?? '');
  const later = setTimeout(() => reader?.warm(), WARM_LATER).unref();
  stops.add(() => clearTimeout(later));
};
