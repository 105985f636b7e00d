import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** The sample reports, kept with the project. */
export const REPORTS = fileURLToPath(new URL('../reports', import.meta.url));

const truthSchema = z.object({
  name: z.string(),
  agency: z.string(),
  year: z.number(),
  template: z.enum(['2019', '2021']),
  complete: z.boolean(),
  files: z.array(z.string()),
  /** By figure id; null for a blank cell. An id that is absent was not checked or is not in the document. */
  figures: z.record(z.string(), z.number().nullable()),
  inconsistent: z.array(z.record(z.string(), z.unknown())),
});

/** What a careful reader finds in a report. */
export type Truth = z.infer<typeof truthSchema>;

/** All truth files of a folder of reports, by name. */
export const readTruths = (folder: string = REPORTS): Truth[] =>
  readdirSync(join(folder, 'truth'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => truthSchema.parse(JSON.parse(readFileSync(join(folder, 'truth', name), 'utf8'))));

/** Where the raw files of a folder are: beside `truth`, or in `raw`. */
export const rawFile = (folder: string, name: string): string => {
  const beside = readdirSync(folder).includes(name);
  return join(folder, ...(beside ? [name] : ['raw', name]));
};
