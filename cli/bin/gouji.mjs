#!/usr/bin/env node
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = join(root, 'dist/cli/gouji.mjs');

/** The newest change below the folders of the sources. */
const newest = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true }).reduce((latest, entry) => {
    const path = join(folder, entry.name);
    const time = entry.isDirectory() ? newest(path) : statSync(join(root, path)).mtimeMs;
    return Math.max(latest, time);
  }, 0);

const builtAt = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs ?? 0;
// A changed source must never run as its old self.
if (Math.max(newest('cli'), newest('shared')) > builtAt) {
  const { bundle: build } = await import('../build.mjs');
  await build();
}
await import(bundle);
