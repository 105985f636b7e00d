import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { bindAddress } from './addresses.ts';
import { gateway } from './api/gateway.ts';
import { REGION } from './aws/place.ts';
import { credentialsFile, localCredentials } from './credentials.ts';
import { startFunctions, startPumps, warmFunctions } from './functions.ts';
import { intakeOf } from './intake.ts';
import { bundledFunctions } from './lambda/bundled-functions.ts';
import type { LocalFunction } from './lambda/local-function.ts';
import type { Local, LocalOptions } from './local.ts';
import { RepeatedUploads } from './repeated-uploads.ts';
import { localSecrets } from './secrets.ts';
import { startServices } from './services.ts';
import { settingsOf } from './settings.ts';
import type { Setup } from './setup.ts';
import { Stops } from './stops.ts';
import { readPlan } from './template/read-plan.ts';
import { currentTemplate } from './template/synthesize.ts';

const IDLE_LOOK = 10;

/** Binds the ports, and reads from the template what is to be built. */
const setUp = async (options: LocalOptions, stops: Stops): Promise<Setup> => {
  const data = resolve(options.data);
  await mkdir(join(data, 'logs'), { recursive: true, mode: 0o700 });
  const credentials = await localCredentials(data);
  const addresses = {
    api: await bindAddress(options.port ?? 0, '--port', stops),
    s3: await bindAddress(options.s3Port ?? 0, '--s3-port', stops),
    services: await bindAddress(0, '', stops),
  };
  const template = await currentTemplate(() => options.onSynthesis?.(), settingsOf(options));
  const urls = { apiUrl: addresses.api.url, servicesUrl: addresses.services.url };
  const plan = readPlan(template, urls, localSecrets(data));
  const onFault = (where: string) => (error: unknown) => options.onError?.(where, error);
  const repeats = new RepeatedUploads(options.onRepeat);
  return { data, options, plan, credentials, addresses, stops, repeats, onFault };
};

const start = async (setup: Setup): Promise<Local> => {
  const { data, options, plan, credentials, addresses, stops, onFault } = setup;
  // Takes a second when a source changed; the services start meanwhile.
  const bundling = bundledFunctions([...new Set(plan.functions.map(({ entry }) => entry))]);
  bundling.catch(() => undefined);

  const functions = new Map<string, LocalFunction>();
  const services = await startServices(setup, functions);
  const invoke = startFunctions(setup, await bundling, functions);
  addresses.api.serve(
    gateway({ routes: plan.routes, invoke, token: options.token, onError: onFault('api') }),
  );
  startPumps(setup, services, invoke);
  services.objects.startNotifying();

  const intake = intakeOf(setup);
  await intake.open();
  warmFunctions(setup, intake.queue, functions);

  const { deadLetters } = services.queue(intake.queue).settings;
  const served = plan.mappings.map((mapping) => services.queue(mapping.queue));
  const isIdle = (): boolean =>
    services.objects.pending === 0 &&
    intake.idle() &&
    served.every(({ counts }) => counts.ready + counts.inFlight + counts.delayed === 0);
  return {
    apiUrl: addresses.api.url,
    s3: {
      endpoint: addresses.s3.url,
      region: REGION,
      ...credentials,
      bucket: intake.bucket,
      credentialsFile: credentialsFile(data),
    },
    queue: {
      url: services.queueUrl(intake.queue),
      deadLettersUrl: services.queueUrl(deadLetters?.queue.name ?? ''),
      endpoint: addresses.services.url,
    },
    table: plan.tables[0]?.TableName ?? '',
    events: services.events,
    alerts: services.alerts,
    deadLetters: () => deadLetters?.queue.counts.ready ?? 0,
    notPut: intake.failures,
    async whenIdle() {
      while (!isIdle()) await pause(IDLE_LOOK);
    },
    stop: () => stops.stop(),
  };
};

/**
 * Runs the functions of the stack against emulators in this process, as the synthesized template says.
 *
 * @throws PortTakenError, SynthesisError, TemplateError, TableChangedError
 */
export const startLocal = async (options: LocalOptions): Promise<Local> => {
  const stops = new Stops();
  try {
    return await start(await setUp(options, stops));
  } catch (error) {
    await stops.stop();
    throw error;
  }
};
