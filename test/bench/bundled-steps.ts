import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export type Steps = typeof import('./steps.ts');

let built: Promise<Steps> | undefined;

const buildSteps = async (): Promise<Steps> => {
  // Inside the project, so that packages are found.
  const outdir = resolve('dist', 'bench');
  await build({
    entryPoints: { steps: 'test/bench/steps.ts' },
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  return (await import(pathToFileURL(join(outdir, 'steps.mjs')).href)) as Steps;
};

/** Reading, understanding and checking, bundled as the command and the function are. */
export const bundledSteps = (): Promise<Steps> => (built ??= buildSteps());
