import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Where a function has the AWS SDK from: the Lambda runtime, which keeps the bundle small; or the bundle, for
 * parts of it that the runtime does not promise.
 */
export type Sdk = 'runtime' | 'bundled';

/**
 * Bundles a function with its dependencies into a folder: one small file to start from, and one file for each
 * reader that loads only when its format comes.
 *
 * @param entry path of the handler in the repository
 * @param outdir folder to fill
 */
export const bundle = (entry: string, sdk: Sdk, outdir: string): void => {
  mkdirSync(outdir, { recursive: true });
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: [{ in: entry, out: 'handler' }],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: true,
    legalComments: 'none',
    outExtension: { '.js': '.mjs' },
    external: sdk === 'runtime' ? ['@aws-sdk/*', '@smithy/*'] : [],
    // Packages written in CommonJS call require for Node's own modules.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
};

/** The bundled code as an asset; its hash is that of its content. */
export const bundledCode = (entry: string, sdk: Sdk): Code => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-bundle-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  bundle(entry, sdk, folder);
  return Code.fromAsset(folder);
};
