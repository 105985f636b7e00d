import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ForeignNameError, isForeignName } from './foreign-name.ts';
import { isSystemFile } from './system-file.ts';

/** A file to examine, or a path that could not be read. */
export type Found = { readonly path: string } | { readonly path: string; readonly error: Error };

/** Folders that hold no reports and are large. */
const SKIPPED = new Set(['node_modules']);

/**
 * Files below the paths, in the order of the paths; within a folder by name. Hidden files and folders and those of the
 * system are left out unless named. Yields one at a time: memory does not grow with their number.
 */
export async function* walk(paths: readonly string[]): AsyncGenerator<Found> {
  for (const path of paths) {
    try {
      if ((await stat(path)).isDirectory()) yield* walkFolder(path);
      else yield { path };
    } catch (error) {
      yield { path, error: error as Error };
    }
  }
}

async function* walkFolder(folder: string): AsyncGenerator<Found> {
  let entries: import('node:fs').Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { path: folder, error: isForeignName(folder) ? new ForeignNameError() : (error as Error) };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    if (isSystemFile(entry.name) || SKIPPED.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walkFolder(path);
    else if (isForeignName(entry.name) && !(await stat(path).catch(() => null)))
      yield { path, error: new ForeignNameError() };
    // A link to a file is followed; one to a folder is not, so that no circle is walked.
    else if (entry.isFile() || (entry.isSymbolicLink() && (await stat(path).catch(() => null))?.isFile()))
      yield { path };
  }
}
