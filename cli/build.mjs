import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles the command into dist/cli, so that `npx gouji` starts in a fraction of a second. Readers of heavy formats
 * stay chunks of their own and load only when their format comes.
 */
export const bundle = () =>
  build({
    absWorkingDir: root,
    entryPoints: { gouji: 'cli/main.ts' },
    outdir: 'dist/cli',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: 'linked',
    logLevel: 'warning',
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  // By `npm ci`, when nothing runs from it: chunks of earlier builds go.
  rmSync(`${root}dist/cli`, { recursive: true, force: true });
  await bundle();
}
