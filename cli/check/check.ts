import { parseArgs } from 'node:util';
import type { Examination } from '../../shared/checks/examination.ts';
import { withHistory } from '../../shared/checks/history/with-history.ts';
import { oneOf } from '../output/one-of.ts';
import { printable } from '../output/printable.ts';
import { Progress } from '../output/progress.ts';
import { styleFor } from '../output/style.ts';
import { OUTPUT_FORMATS, type OutputFormat, writerFor } from '../output/writer.ts';
import { UsageError } from '../usage-error.ts';
import { examineFile } from './examine-file.ts';
import { walk } from './walk.ts';
import { YearsBefore } from './years-before.ts';

const CHECK_HELP = `gouji check [选项 options] PATH…

检查年度报告：读出三张表的全部数字，核对勾稽关系，列出不符之处。文件夹会逐层查找。
Check annual reports: read every figure, check the arithmetic, list what does not hold. Folders are walked.

  --format pretty|json|ndjson|html
                                  输出格式，默认 pretty；html 是一个中文网页，标出不符的单元格
                                  output, default pretty; html is one page in Chinese with the failing cells marked
  --fail-on error|warning|never   达到何种程度时以 1 退出     what makes the exit status 1, default error
  --lang zh|en                    文字说明的语言，默认 zh     language of the words, default zh
  --history                       同一机关相邻年度互相核对：文件读两遍，每个文件仍是一个结果
                                  hold neighbouring years of an agency against each other: files are read twice,
                                  each still gives one result
  -h, --help

退出状态 exit status: 0 无发现 nothing found · 1 有发现 something found · 2 路径或参数有误 bad path or arguments
`;

const FAIL_ON = ['error', 'warning', 'never'] as const;
type FailOn = (typeof FAIL_ON)[number];

/** Whether an examination counts as found: a rejected document counts as an error. */
const counts = ({ verdict, findings }: Examination, failOn: FailOn): boolean =>
  failOn !== 'never' &&
  (verdict === 'rejected' ||
    findings.some(
      ({ severity }) => severity === 'error' || (failOn === 'warning' && severity === 'warning'),
    ));

const countFiles = async (paths: readonly string[]): Promise<number> => {
  let count = 0;
  for await (const item of walk(paths)) if (!('error' in item)) count++;
  return count;
};

/**
 * The first of two readings: what each report is held against. What cannot be read is left to the second reading,
 * which tells of it.
 */
const readYears = async (paths: readonly string[], progress: Progress): Promise<YearsBefore> => {
  const years = new YearsBefore();
  for await (const item of walk(paths)) {
    if ('error' in item) continue;
    try {
      const { report } = await examineFile(item.path);
      if (report) years.add(report);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
    progress.step();
  }
  progress.clear();
  for (const each of years.disputed)
    process.stderr.write(
      `gouji: ${printable(each)}：几份文件不一致，不用来核对下一年。several files disagree: not held against\n`,
    );
  return years;
};

/** With what the year before says of it; without `--history` the rules over two years leave everything open. */
const inHistory = (examination: Examination, years: YearsBefore | undefined): Examination =>
  withHistory(examination, examination.report && years?.of(examination.report));

/** Runs `gouji check`; returns the exit status. Throws a UsageError for wrong arguments. */
export const runCheck = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'pretty' },
      'fail-on': { type: 'string', default: 'error' },
      lang: { type: 'string', default: 'zh' },
      history: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(CHECK_HELP);
    return 0;
  }
  if (positionals.length === 0) throw new UsageError('没有给出文件或文件夹。No file or folder was given.');
  const format: OutputFormat = oneOf('--format', values.format, OUTPUT_FORMATS);
  const failOn = oneOf('--fail-on', values['fail-on'], FAIL_ON);
  const language = oneOf('--lang', values.lang, ['zh', 'en'] as const);
  const writer = writerFor(format, process.stdout, styleFor(process.stdout.isTTY === true), language);
  const progress = new Progress(process.stderr);
  if (process.stderr.isTTY) progress.total = await countFiles(positionals);
  let found = false;
  let unreadable = false;
  let files = 0;
  const complain = (path: string, error: Error) => {
    unreadable = true;
    progress.clear();
    process.stderr.write(`gouji: 无法读取 cannot read ${printable(path)}: ${printable(error.message)}\n`);
  };
  if (values.history) progress.begin('第 1 遍 pass 1/2');
  const yearsBefore = values.history ? await readYears(positionals, progress) : undefined;
  if (values.history) progress.begin('第 2 遍 pass 2/2');
  for await (const item of walk(positionals)) {
    if ('error' in item) {
      complain(item.path, item.error);
      continue;
    }
    try {
      const examination = inHistory(await examineFile(item.path), yearsBefore);
      files++;
      found ||= counts(examination, failOn);
      if (process.stdout.isTTY) progress.clear();
      await writer.write(examination);
      progress.step();
    } catch (error) {
      if (!isSystemError(error) || error.code === 'EPIPE') throw error;
      complain(item.path, error);
    }
  }
  progress.clear();
  await writer.end();
  if (files === 0 && !unreadable) process.stderr.write('gouji: 没有找到文件。No files were found.\n');
  return unreadable ? 2 : found ? 1 : 0;
};

const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string' && 'syscall' in error;
