import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const SCHEMA = z.record(z.string(), z.string());

/**
 * The secrets of the template: drawn when first asked for, kept in the data folder for its owner alone.
 * @throws when the file that keeps them cannot be read
 */
export const localSecrets = (data: string): ((arn: string) => string) => {
  const file = join(data, 'secrets.json');
  let secrets: Record<string, string> = {};
  try {
    secrets = SCHEMA.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new Error(`${file} is not readable; delete it to have new secrets drawn`, { cause: error });
  }
  return (arn) => {
    const known = secrets[arn];
    if (known !== undefined) return known;
    const drawn = randomBytes(24).toString('hex');
    secrets = { ...secrets, [arn]: drawn };
    // Under another name first: a kill in between leaves no half of a file.
    const whole = `${file}.new`;
    writeFileSync(whole, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    renameSync(whole, file);
    return drawn;
  };
};
