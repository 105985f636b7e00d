import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ObjectClient } from './object-client.ts';
import { ROOT } from './source-hash.ts';

const FOLDER = join(ROOT, 'test', 'reports');
/** The five bureau reports. */
const SAMPLE = /^00[0-4]_.+\.txt$/;

/** Puts the sample reports into the bucket of a new data folder, once; a kill in between does no harm. */
export const putSamples = async (data: string, client: ObjectClient): Promise<void> => {
  const done = join(data, 'samples-are-in');
  if (
    await access(done).then(
      () => true,
      () => false,
    )
  )
    return;
  for (const name of (await readdir(FOLDER)).filter((each) => SAMPLE.test(each)).sort()) {
    await client.putOnce(name, await readFile(join(FOLDER, name)));
  }
  await writeFile(done, '');
};
