import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemFile } from '../../cli/check/system-file.ts';

export interface FoundFile {
  /** In the folder, with `/` between its parts. */
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** The names under which editors, browsers and copy programs keep unfinished work: it gets its own name later. */
const UNFINISHED = /^~|(~|\.(tmp|temp|part|partial|crdownload|download|swp|filepart))$/i;

/** All files in a folder and its sub-folders. Links are not followed: they may lead out of it. */
export async function* listFiles(folder: string, below = ''): AsyncGenerator<FoundFile> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (isSystemFile(entry.name) || UNFINISHED.test(entry.name)) continue;
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* listFiles(folder, path);
    else if (entry.isFile()) {
      const stats = await lstat(join(folder, path)).catch(() => undefined);
      if (stats) yield { path, size: stats.size, modified: stats.mtimeMs };
    }
  }
}
