import { join, relative, sep } from 'node:path';
import { isSystemFile } from '../cli/check/system-file.ts';

/** What is kept under the data folder in folders of its own. */
const OWN = ['dynamodb', 'inbox', 'logs', 'queues', 's3'];

/** The inbox would take in what this machine itself writes, without end. */
export class InboxInDataError extends Error {
  override readonly name = 'InboxInDataError';
}

/** The names that lead from a folder down to another; nothing when it does not lie in it. */
const below = (folder: string, path: string): string[] | undefined => {
  const names = relative(folder, path)
    .split(sep)
    .filter((name) => name !== '');
  return names[0] === '..' || relative(folder, path) === path ? undefined : names;
};

/**
 * Makes sure that nothing the data folder keeps is seen in the inbox; a hidden data folder is not.
 *
 * @param data absolute, as is `inbox`
 * @throws InboxInDataError
 */
export const keepApart = (data: string, inbox: string): void => {
  const down = below(inbox, data);
  const isSeen = down !== undefined && !down.some(isSystemFile);
  if (isSeen || OWN.some((name) => below(join(data, name), inbox) !== undefined))
    throw new InboxInDataError();
};
