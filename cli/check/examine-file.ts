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

const { limit } = LIMITS.fileBytes;

/** What a pipe or a device gives, which tells no size and may never end; never much more than the limit. */
const readStream = async (path: string): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream(path)) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > limit) break;
  }
  return Buffer.concat(chunks);
};

/**
 * Examines one file. A file over the limit is hashed in pieces and never loaded. `source.name` is the path as given.
 * Throws when the file cannot be read at all.
 */
export const examineFile = async (path: string): Promise<Examination> => {
  const stats = await stat(path);
  if (stats.size > limit) {
    const source = { name: path, bytes: stats.size, sha256: await hashOf(path) };
    return { source, verdict: 'rejected', outcomes: [], findings: [], ...rejectLimit('fileBytes') };
  }
  const bytes = await (stats.isFile() ? readFile(path) : readStream(path));
  const examination = await examine(bytes, basename(path));
  return { ...examination, source: { ...examination.source, name: path } };
};
