import { stat } from 'node:fs/promises';

/** A file stands where a folder is to be, or where one above it is to be. */
export class NotAFolderError extends Error {
  override readonly name = 'NotAFolderError';
  /** @param option that names another folder */
  constructor(
    readonly path: string,
    readonly option: string,
  ) {
    super(`${path} is not a folder`);
  }
}

/**
 * Makes sure that a folder is there or can be made.
 *
 * @throws NotAFolderError
 */
export const folderAt = async (path: string, option: string): Promise<void> => {
  try {
    if ((await stat(path)).isDirectory()) return;
  } catch (error) {
    // What is not there yet is made later; ENOTDIR: a file stands above it.
    if ((error as NodeJS.ErrnoException).code !== 'ENOTDIR') return;
  }
  throw new NotAFolderError(path, option);
};
