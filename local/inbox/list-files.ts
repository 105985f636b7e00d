import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isForeignName } from '../../cli/check/foreign-name.ts';
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

/**
 * All files in a folder and its sub-folders. Links are not followed: they may lead out of it. What cannot be opened by
 * its name is listed all the same, as a file without a size, so that it is told of.
 */
export async function* listFiles(folder: string, below = ''): AsyncGenerator<FoundFile> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(() => undefined);
  if (!entries && isForeignName(below)) yield { path: below, size: 0, modified: 0 };
  for (const entry of entries ?? []) {
    if (isSystemFile(entry.name) || UNFINISHED.test(entry.name)) continue;
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* listFiles(folder, path);
    else if (entry.isFile()) {
      const stats = await lstat(join(folder, path)).catch(() => undefined);
      if (stats) yield { path, size: stats.size, modified: stats.mtimeMs };
      else if (isForeignName(path)) yield { path, size: 0, modified: 0 };
    }
  }
}
