import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Bundles a function with its dependencies into a folder: one small file to start from, and one file for each
 * reader that loads only when its format comes. The SDK is left out: the Lambda runtime has it.
 *
 * @param entry path of the handler in the repository
 * @param outdir folder to fill
 */
export const bundle = (entry: string, outdir: string): void => {
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
    minify: true,
    keepNames: true,
    legalComments: 'none',
    outExtension: { '.js': '.mjs' },
    external: ['@aws-sdk/*', '@smithy/*'],
    // Packages written in CommonJS call require for Node's own modules.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
};

/** The bundled code as an asset; its hash is that of its content. */
export const bundledCode = (entry: string): Code => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-bundle-'));
  try {
    bundle(entry, folder);
    const code = Code.fromAsset(folder);
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return code;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
};
