import * as z from 'zod';

const pageSchema = z.object({
  items: z.array(
    z.object({
      agency: z.string().nullable(),
      year: z.number().nullable(),
      verdict: z.string(),
      name: z.string(),
      href: z.string(),
      uploadedAt: z.string(),
      recordedAt: z.string(),
    }),
  ),
  next: z.string().nullable(),
});

export type Listed = z.infer<typeof pageSchema>['items'][number];

/** Every current record, page by page, as any reader of the API gets them. */
export const listAll = async (apiUrl: string): Promise<Listed[]> => {
  const found: Listed[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ limit: '200', ...(cursor !== null && { cursor }) });
    const answer = await fetch(`${apiUrl}/reports?${query}`);
    const page: z.infer<typeof pageSchema> = pageSchema.parse(await answer.json());
    found.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return found;
};

const totalsSchema = z.object({
  years: z.array(z.object({ verdicts: z.record(z.string(), z.number()) })),
  rejected: z.number().nullable(),
});

/** How many current records there are. */
export const countAll = async (apiUrl: string): Promise<number> => {
  const { years, rejected } = totalsSchema.parse(await (await fetch(`${apiUrl}/totals`)).json());
  return years
    .flatMap(({ verdicts }) => Object.values(verdicts))
    .reduce((sum, count) => sum + count, rejected ?? 0);
};
