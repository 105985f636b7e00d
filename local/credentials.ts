import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Credentials } from './s3/signature/signing-key.ts';

const SCHEMA = z.object({ accessKeyId: z.string().min(16), secretAccessKey: z.string().min(32) });

/** The file of credentials is damaged or may not be read. */
export class CredentialsError extends Error {
  override readonly name = 'CredentialsError';
  constructor(
    readonly file: string,
    options: ErrorOptions,
  ) {
    super(`${file} is not readable; delete it to have new credentials made`, options);
  }
}

/** Where the credentials of a data folder are kept. */
export const credentialsFile = (data: string): string => join(data, 'credentials.json');

/** A new random pair. The secret has letters and digits only: some clients stumble over others. */
export const newCredentials = (): Credentials => ({
  accessKeyId: `GOUJI${randomBytes(8).toString('hex').toUpperCase()}`,
  secretAccessKey: randomBytes(20).toString('hex'),
});

/** The S3 credentials of a data folder, made when first asked for and readable by their owner alone. */
export const localCredentials = async (data: string): Promise<Credentials> => {
  const file = credentialsFile(data);
  try {
    return SCHEMA.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new CredentialsError(file, { cause: error });
    }
  }
  const credentials = newCredentials();
  await writeFile(file, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return credentials;
};
