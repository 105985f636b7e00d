import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'dist/package');
const manifestOf = (path) => JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));

/**
 * Makes dist/package: the command with all that it needs in it, for machines without this repository. It asks for no
 * other package, so that it can be carried to where no registry is reached.
 */
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: { gouji: 'cli/main.ts' },
  outdir: folder,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  // Licences of what is bundled ask for their notices to go along.
  legalComments: 'eof',
  // Packages written in CommonJS call require for Node's own modules.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
const bundle = join(folder, 'gouji.mjs');
writeFileSync(bundle, `#!/usr/bin/env node\n${readFileSync(bundle, 'utf8')}`, { mode: 0o755 });
// The engine is no JavaScript; its reader looks for it beside itself.
const engine = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
copyFileSync(engine, join(folder, 'pdfium.wasm'));
copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));

const { name, version, description, license, type } = manifestOf('cli');
const { engines } = manifestOf('.');
const manifest = { name, version, description, license, type, engines, bin: { gouji: 'gouji.mjs' } };
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
