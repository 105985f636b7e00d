import { inspect } from 'node:util';
import { runCheck } from './check/check.ts';
import { ServiceFault, speakingToAws } from './deployment/service-fault.ts';
import { UsageError } from './usage-error.ts';
import { VERSION } from './version.ts';

interface Command {
  readonly name: string;
  readonly summary: string;
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** Commands that speak to AWS load its SDK only when they run. */
const COMMANDS: readonly Command[] = [
  { name: 'check', summary: '检查文件 check files', run: runCheck },
  {
    name: 'review',
    summary: '人工复核发现 confirm or dismiss findings',
    run: async (args) => (await import('./review/review.ts')).runReview(args),
  },
  {
    name: 'recheck',
    summary: '用现行规则重新检查 check stored reports again',
    run: async (args) => (await import('./recheck/recheck.ts')).runRecheck(args),
  },
  {
    name: 'upload',
    summary: '批量送进存储桶 put reports into the bucket',
    run: (args) => speakingToAws(async () => (await import('./upload/upload.ts')).runUpload(args)),
  },
  {
    name: 'reconcile',
    summary: '找出没有记录的文件 find objects without a record',
    run: (args) => speakingToAws(async () => (await import('./reconcile/reconcile.ts')).runReconcile(args)),
  },
  {
    name: 'redrive',
    summary: '重新处理死信 work on the dead letters again',
    run: (args) => speakingToAws(async () => (await import('./redrive/redrive.ts')).runRedrive(args)),
  },
];

const HELP = `gouji ${VERSION} — 政府信息公开工作年度报告的勾稽核对 checks government information disclosure annual reports

用法 usage: gouji <命令 command> [选项 options]

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(12)}${summary}`).join('\n')}

gouji <命令 command> --help 看详细说明 for details
`;

const isUsageError = (error: unknown): error is Error =>
  error instanceof UsageError ||
  (error instanceof TypeError && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS'));

const commandOf = (name: string): Command => {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) throw new UsageError(`没有这个命令 no such command: ${name}`);
  return command;
};

const run = async ([name, ...args]: readonly string[]): Promise<number> => {
  if (name === 'help' && args[0] !== undefined) return commandOf(args[0]).run(['--help']);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(HELP);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${VERSION}\n`);
    return 0;
  }
  return commandOf(name).run(args);
};

/** What is told of a fault: a line where its cause is known, else where in the program it came up. */
const wordsFor = (error: unknown): string => {
  if (isUsageError(error)) return `gouji: ${error.message}\n用法见 see: gouji --help`;
  if (error instanceof ServiceFault) return `gouji: ${error.message}`;
  const { syscall, message } = error as NodeJS.ErrnoException;
  if (syscall === 'write') return `gouji: 无法输出 cannot write: ${message}`;
  return inspect(error);
};

/** The status of a run that broke off: never 1, which says that something was found. */
const broken = (error: unknown): number => {
  // Whoever reads our output may stop early (`gouji check … | head`): that is no fault.
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 0;
  process.stderr.write(`${wordsFor(error)}\n`);
  return 2;
};

process.stdout.on('error', (error) => process.exit(broken(error)));

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.exitCode = broken(error);
}
