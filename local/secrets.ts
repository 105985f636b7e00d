import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const SCHEMA = z.record(z.string(), z.string());

/** The secrets of the template: drawn when first asked for, kept in the data folder for its owner alone. */
export const localSecrets = (data: string): ((arn: string) => string) => {
  const file = join(data, 'secrets.json');
  let secrets: Record<string, string> = {};
  try {
    secrets = SCHEMA.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return (arn) => {
    const known = secrets[arn];
    if (known !== undefined) return known;
    const drawn = randomBytes(24).toString('hex');
    secrets = { ...secrets, [arn]: drawn };
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    return drawn;
  };
};
