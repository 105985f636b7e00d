import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { examine } from '../../shared/checks/examine.ts';

const FOLDER = new URL('corpus/', import.meta.url);

/** A changed file that once failed, with what is right: a figure's value, or the state of one without. */
const casesSchema = z.array(
  z.object({
    file: z.string(),
    why: z.string(),
    verdict: z.string().optional(),
    figures: z.record(z.string(), z.union([z.number(), z.string()])).default({}),
  }),
);

const cases = casesSchema.parse(JSON.parse(readFileSync(new URL('cases.json', FOLDER), 'utf8')));

describe('files that the fuzz command failed on', () => {
  test.each(cases.map((own) => [own.file, own] as const))('%s', async (file, { verdict, figures }) => {
    const { report, ...result } = await examine(readFileSync(new URL(file, FOLDER)), file);
    if (verdict) expect(result.reason ?? result.verdict).toBe(verdict);
    const told = Object.keys(figures).map((id) => {
      const { value, state } = report!.figures[id]!;
      return [id, state === 'stated' ? value : state];
    });
    expect(Object.fromEntries(told)).toEqual(figures);
  });

  test('every file says what is right', () => {
    const files = readdirSync(FOLDER).filter((name) => name !== 'cases.json');
    expect(files.sort()).toEqual(cases.map(({ file }) => file).sort());
  });
});
