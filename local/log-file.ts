import { createWriteStream, renameSync, statSync, type WriteStream } from 'node:fs';

/** A log is set aside when it is larger than this at a start, in bytes; one older log is kept. */
const LIMIT = 16 * 1024 * 1024;

/** Opens a log for appending. */
export const openLog = (path: string): WriteStream => {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LIMIT) renameSync(path, `${path}.old`);
  return createWriteStream(path, { flags: 'a', mode: 0o600 });
};
