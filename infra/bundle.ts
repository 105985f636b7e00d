import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';

const ENGINE_PACKAGE = '@embedpdf/pdfium';
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Ways to credentials that the SDK loads only where the environment holds none. A Lambda's always does, so they are
 * left out.
 */
const OTHER_CREDENTIALS = [
  ...['ini', 'process', 'sso', 'login', 'web-identity', 'http'].map(
    (way) => `@aws-sdk/credential-provider-${way}`,
  ),
  '@smithy/credential-provider-imds',
];

/**
 * Bundles a function with its dependencies into a folder: one file to start from, and one file for each reader that
 * loads only when its format comes. The AWS SDK is bundled too: from the Lambda runtime's many files it takes four
 * times as long to load.
 *
 * @param entry path of the handler in the repository
 * @param outdir folder to fill
 */
export const bundle = (entry: string, outdir: string): void => {
  mkdirSync(outdir, { recursive: true });
  const { metafile } = buildSync({
    metafile: true,
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
    legalComments: 'none',
    outExtension: { '.js': '.mjs' },
    external: OTHER_CREDENTIALS,
    // Packages written in CommonJS call require for Node's own modules.
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  // The engine is no JavaScript; its reader looks for it beside itself.
  if (Object.keys(metafile.inputs).some((input) => input.includes(ENGINE_PACKAGE)))
    copyFileSync(
      createRequire(import.meta.url).resolve(`${ENGINE_PACKAGE}/pdfium.wasm`),
      join(outdir, 'pdfium.wasm'),
    );
};

let scratch: string | undefined;

/** A folder for bundles until they are copied into the assembly; it goes with the process. */
const makeScratch = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-bundles-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** The bundled code as an asset; its hash is that of its content. */
export const bundledCode = (entry: string): Code => {
  scratch ??= makeScratch();
  const folder = mkdtempSync(join(scratch, 'function-'));
  bundle(entry, folder);
  return Code.fromAsset(folder);
};
