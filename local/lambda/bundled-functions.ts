import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CACHE, ROOT, sourceHash } from '../source-hash.ts';

const BUILD = fileURLToPath(new URL('build.mjs', import.meta.url));
/** Runs in the worker threads. */
const RUNTIME = 'local/lambda/runtime.ts';
const PREFIX = 'functions-';

export interface BundledFunctions {
  readonly runtime: string;
  /** The bundle of an entry. */
  readonly moduleOf: (entry: string) => string;
}

/** A running process may still load the readers of rare formats from its bundle. */
const KEPT = 7 * 24 * 60 * 60 * 1000;

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const removeOld = async (): Promise<void> => {
  for (const name of await readdir(CACHE)) {
    const path = join(CACHE, name);
    if (Date.now() - (await stat(path)).mtimeMs > KEPT) await rm(path, { recursive: true, force: true });
  }
};

/** Bundles functions for the worker threads, unless that was done with the same sources before. */
export const bundledFunctions = async (entries: readonly string[]): Promise<BundledFunctions> => {
  const all = [RUNTIME, ...entries];
  const folder = join(
    CACHE,
    `${PREFIX}${await sourceHash([BUILD, ...all.map((entry) => join(ROOT, entry))])}`,
  );
  const moduleOf = (entry: string): string => join(folder, entry.replace(/\.ts$/, '.mjs'));
  const bundled = { runtime: moduleOf(RUNTIME), moduleOf };
  if (await isThere(folder)) return bundled;

  await mkdir(CACHE, { recursive: true });
  const fresh = await mkdtemp(join(CACHE, 'building-'));
  try {
    await promisify(execFile)(process.execPath, [BUILD, fresh, ...all], { cwd: ROOT });
    await rename(fresh, folder).catch(async (error: unknown) => {
      // Another process was faster with the same.
      if (!(await isThere(folder))) throw error;
    });
    await removeOld();
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return bundled;
};
