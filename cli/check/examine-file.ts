import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Examination } from '../../shared/checks/examination.ts';
import { examine } from '../../shared/checks/examine.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { rejectLimit } from '../../shared/document/rejection.ts';

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

/**
 * Examines one file. A file over the limit is hashed in pieces and never loaded. `source.name` is the path as given.
 * Throws when the file cannot be read at all.
 */
export const examineFile = async (path: string): Promise<Examination> => {
  const { size } = await stat(path);
  if (size > LIMITS.fileBytes.limit) {
    const source = { name: path, bytes: size, sha256: await hashOf(path) };
    return { source, verdict: 'rejected', outcomes: [], findings: [], ...rejectLimit('fileBytes') };
  }
  const examination = await examine(await readFile(path), basename(path));
  return { ...examination, source: { ...examination.source, name: path } };
};
