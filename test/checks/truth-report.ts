import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { sketchReport } from '../../shared/checks/sketch.ts';
import type { Report } from '../../shared/report/report.ts';

const Truth = z.object({
  year: z.number(),
  agency: z.string(),
  template: z.enum(['2019', '2021']),
  figures: z.record(z.string(), z.number().nullable()),
  inconsistent: z.array(z.record(z.string(), z.unknown())),
});

/** What a careful reader found in a sample report, as a report: null is a blank, an absent figure is missing. */
export const truthReport = (name: string): Report => {
  const path = new URL(`../reports/truth/${name}.json`, import.meta.url);
  const { template, year, agency, figures } = Truth.parse(JSON.parse(readFileSync(path, 'utf8')));
  return sketchReport({ template, year, agency, figures, rest: 'missing' });
};
