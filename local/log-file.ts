import { renameSync, statSync } from 'node:fs';

/** A log is set aside when it is larger than this at a start, in bytes; one older log is kept. */
const LIMIT = 16 * 1024 * 1024;

/** Sets a log aside that has grown large. */
export const rotateLog = (path: string): void => {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LIMIT) renameSync(path, `${path}.old`);
};
