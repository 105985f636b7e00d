import { parseArgs } from 'node:util';
import * as z from 'zod';
import { reportChangeSchema } from '../../functions/recheck-records/report-change.ts';
import { API_HELP, API_OPTIONS, type ApiClient, apiClient } from '../api/api-client.ts';
import { oneOf } from '../output/one-of.ts';
import { printable } from '../output/printable.ts';
import { styleFor } from '../output/style.ts';
import { UsageError } from '../usage-error.ts';
import { showChange, Tally } from './tally.ts';

export const RECHECK_HELP = `gouji recheck [选项 options]

用现行规则重新检查已入库的报告，列出结论和发现的变化。不加 --apply 时什么也不写、不通知。
Runs the present rules over stored reports and prints what changes. Without --apply nothing is written or announced.

  --apply                 写入变化并发出通知                write it and announce what is new
  --from-source           重读原件（读取程序更新之后）      read the originals again, after the readers changed
  --agency NAME           只查这个机关                      only this agency
  --year YYYY             只查这一年度                      only this year
  --format pretty|json|ndjson   输出格式，默认 pretty；ndjson 每份报告一行
                          output, default pretty; ndjson has one line a report
  --lang zh|en            文字说明的语言，默认 zh           language of the words, default zh
${API_HELP}
  -h, --help

退出状态 exit status: 0 没有变化，或已提交 nothing changes, or it was ordered · 1 有变化 something changes
                      2 参数有误、接口拒绝或该机关没有记录
                        bad arguments, the API refused, or the agency has no record
`;

const pageSchema = z.object({
  ruleSet: z.number().int(),
  items: z.array(reportChangeSchema),
  queued: z.number().int(),
  next: z.string().nullable(),
});
type Page = z.infer<typeof pageSchema>;

/** Reports a page: one that is read again takes longer. */
const PAGE = { stored: 25, source: 4 } as const;

interface Selection {
  readonly from: keyof typeof PAGE;
  readonly agency?: string | undefined;
  readonly year?: string | undefined;
}

/** Pages of what changes, one after another: memory does not grow with their number. */
async function* pages(
  api: ApiClient,
  { from, agency, year }: Selection,
  apply: boolean,
): AsyncGenerator<Page> {
  let cursor: string | null = null;
  do {
    const selection = {
      from,
      limit: PAGE[from],
      ...(agency !== undefined && { agency }),
      ...(year !== undefined && { year }),
      ...(cursor !== null && { cursor }),
    };
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(selection)) query.set(name, String(value));
    const page: Page = apply
      ? await api.request('POST', '/rechecks', pageSchema, selection)
      : await api.request('GET', `/rechecks?${query}`, pageSchema);
    yield page;
    cursor = page.next;
  } while (cursor !== null);
}

/** Runs `gouji recheck`; returns the exit status. Throws a UsageError for wrong arguments, and a ServiceFault. */
export const runRecheck = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...API_OPTIONS,
      apply: { type: 'boolean', default: false },
      'from-source': { type: 'boolean', default: false },
      agency: { type: 'string' },
      year: { type: 'string' },
      format: { type: 'string', default: 'pretty' },
      lang: { type: 'string', default: 'zh' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(RECHECK_HELP);
    return 0;
  }
  if (values.year !== undefined && !/^(\d{4}|undated)$/.test(values.year))
    throw new UsageError(`--year: ${values.year}（四位数字或 undated four digits, or undated）`);
  const format = oneOf('--format', values.format, ['pretty', 'json', 'ndjson'] as const);
  const language = oneOf('--lang', values.lang, ['zh', 'en'] as const);
  const style = styleFor(process.stdout.isTTY === true);
  const tally = new Tally();
  let queued = 0;
  let first = true;
  const print = (text: string): boolean => process.stdout.write(`${text}\n`);
  const selection = { ...values, from: values['from-source'] ? 'source' : 'stored' } as const;
  for await (const page of pages(apiClient(values), selection, values.apply)) {
    queued += page.queued;
    for (const change of page.items) {
      tally.add(change);
      if (format === 'ndjson') print(JSON.stringify(change));
      else if (format === 'json') {
        print(`${first ? '{"reports": [' : ','}\n${JSON.stringify(change, null, 2)}`);
        first = false;
      } else if (change.changed) print(showChange(change, style, language));
    }
  }
  const ordered = `${queued} 份已排队，将重新记录并通知。queued to be recorded again and announced`;
  if (format === 'json')
    print(
      `${first ? '{"reports": [' : ''}],\n"summary": ${JSON.stringify({ ...tally.summary(), queued }, null, 2)}}`,
    );
  else (format === 'ndjson' ? process.stderr : process.stdout).write(`${tally.text(style, language)}\n`);
  if (values.apply && format !== 'json') process.stderr.write(`${ordered}\n`);
  if (values.agency !== undefined && tally.reports === 0) {
    const { agency, year } = values;
    const which = printable(year === undefined ? agency : `${agency} ${year}`);
    process.stderr.write(`gouji: 没有找到 ${which} 的记录。No record of ${which} was found.\n`);
    return 2;
  }
  return tally.changed > 0 && !values.apply ? 1 : 0;
};
