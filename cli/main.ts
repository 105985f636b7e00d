import { CHECK_HELP, runCheck } from './check/check.ts';
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

const run = async ([name, ...args]: readonly string[]): Promise<number> => {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(name === 'help' && args[0] === 'check' ? CHECK_HELP : HELP);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${VERSION}\n`);
    return 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) throw new UsageError(`没有这个命令 no such command: ${name}`);
  return command.run(args);
};

// Whoever reads our output may stop early (`gouji check … | head`): that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0);
  if (!isUsageError(error) && !(error instanceof ServiceFault)) throw error;
  const more = error instanceof ServiceFault ? '' : '用法见 see: gouji --help\n';
  process.stderr.write(`gouji: ${error.message}\n${more}`);
  process.exitCode = 2;
}
