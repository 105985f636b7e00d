import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Of the repository. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What is made of the sources and made again when they change; `npm ci` empties it. */
export const CACHE = join(ROOT, 'node_modules', '.cache', 'gouji');

/** Versions of all packages. */
const LOCK = join(ROOT, 'package-lock.json');
const IMPORT = /\b(?:from |import\()'(\.{1,2}\/[^']+)'/g;

/** Names the content of files and of everything of the repository that they import. */
export const sourceHash = async (files: readonly string[]): Promise<string> => {
  const found = new Map<string, string>();
  const follow = async (file: string): Promise<void> => {
    if (found.has(file)) return;
    found.set(file, '');
    const text = await readFile(file, 'utf8');
    found.set(file, text);
    if (!file.endsWith('.ts')) return;
    await Promise.all([...text.matchAll(IMPORT)].map(([, path = '']) => follow(join(dirname(file), path))));
  };
  await Promise.all([LOCK, ...files].map(follow));
  const hash = createHash('sha256');
  for (const [file, text] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${relative(ROOT, file)}\n`).update(text);
  }
  return hash.digest('hex').slice(0, 24);
};
