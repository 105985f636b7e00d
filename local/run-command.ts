import { resolve } from 'node:path';
import { styleFor } from '../cli/output/style.ts';
import { InboxInDataError, keepApart } from './apart.ts';
import { writeClientFile } from './client-file.ts';
import { CredentialsError } from './credentials.ts';
import { TableChangedError } from './dynamodb/tables.ts';
import { PortTakenError } from './http/listen.ts';
import type { Local } from './local.ts';
import { folderAt, NotAFolderError } from './not-a-folder.ts';
import type { CommandLine } from './options.ts';
import { startLocal } from './start-local.ts';
import { SynthesisError } from './template/synthesize.ts';
import { alertLines } from './terminal/alert-lines.ts';
import { faultLine } from './terminal/fault-line.ts';
import { repeatLine } from './terminal/repeat-line.ts';
import { verdictLine } from './terminal/verdict-line.ts';
import { welcome } from './terminal/welcome.ts';

const out = (line: string): void => void process.stdout.write(`${line}\n`);
const note = (line: string): void => void process.stderr.write(`${line}\n`);

/** LevelDB tells of its lock deep inside. */
const isLocked = (error: unknown): boolean =>
  error instanceof Error &&
  ((error as NodeJS.ErrnoException).code === 'LEVEL_LOCKED' || isLocked(error.cause));

/** What is wrong with the surroundings, in both languages; nothing for faults of the program. */
const explain = (error: unknown, { data, inbox }: CommandLine): string | undefined => {
  if (error instanceof PortTakenError) {
    const { port, option } = error;
    return (
      `端口 ${port} 已被占用，请用 ${option} 另选一个，0 表示任选。\n` +
      `Port ${port} is taken; choose another with ${option}, or 0 for any.`
    );
  }
  if (error instanceof NotAFolderError) {
    const { path, option } = error;
    return (
      `${path} 不是文件夹，请用 ${option} 另选一个。\n` +
      `${path} is not a folder; choose another with ${option}.`
    );
  }
  if (error instanceof InboxInDataError) {
    return (
      `收件目录 ${inbox} 与数据目录 ${data} 重叠，请用 --inbox 或 --data 另选一个。\n` +
      `The inbox ${inbox} overlaps the data folder ${data}; choose another with --inbox or --data.`
    );
  }
  if (error instanceof CredentialsError) {
    return `${error.file} 无法读取，删除后会生成新的凭据。\n${error.message}.`;
  }
  if (isLocked(error)) {
    return (
      `数据目录 ${data} 正被另一个进程使用，请用 --data 另选一个。\n` +
      `The data folder ${data} is in use by another process; choose another with --data.`
    );
  }
  if (error instanceof TableChangedError) {
    return (
      `${error.message} 数据目录 ${data} 来自其他版本，请用 --data 另选一个。\n` +
      `The data folder ${data} comes from another version; choose another with --data.`
    );
  }
  return error instanceof SynthesisError ? error.message : undefined;
};

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
const signalled = (): Promise<void> =>
  new Promise((done) => {
    let signals = 0;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        signals += 1;
        if (signals > 1) process.exit(130);
        done();
      });
    }
  });

/** Runs one machine until it is told to stop, or with `--once` until all is done. @returns the exit status */
export const runCommand = async (commandLine: CommandLine): Promise<number> => {
  const style = styleFor(process.stdout.isTTY);
  const stopped = signalled();
  // A reader that goes away, such as `head`, must not end the work.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const data = resolve(commandLine.data);
  const inbox = resolve(commandLine.inbox);
  note('勾稽 Gouji 正在启动… starting');
  let local: Local;
  try {
    await folderAt(data, '--data');
    await folderAt(inbox, '--inbox');
    keepApart(data, inbox);
    local = await startLocal({
      ...commandLine,
      data,
      inbox,
      onSynthesis: () =>
        note('首次运行：由 infra/ 生成云端模板，约需几秒… first run: synthesizing the template'),
      onEvent: (event) => {
        const line = verdictLine(event, style);
        if (line !== undefined) out(line);
      },
      onRepeat: (upload) => out(repeatLine(upload, style)),
      onAlert: (alert) => out(alertLines(alert, style)),
      onError: (where, error) => note(faultLine(where, error)),
    });
  } catch (error) {
    const explanation = explain(error, commandLine);
    if (explanation === undefined) throw error;
    note(explanation);
    return 2;
  }
  const clientFile = await writeClientFile(data, local);
  out(welcome(local, { inbox, clientFile }, style));
  const deadLettersBefore = local.deadLetters();
  await (commandLine.once ? Promise.race([local.whenIdle(), stopped]) : stopped);
  const lost = local.deadLetters() - deadLettersBefore;
  const notPut = local.notPut();
  await local.stop();
  if (commandLine.once && lost > 0) {
    note(`${lost} 份文件多次处理失败，见 ${data}/logs。${lost} files failed again and again; see the logs.`);
  }
  if (commandLine.once && notPut > 0) {
    note(
      `收件目录中有 ${notPut} 份文件未能收取，原因见上。${notPut} files of the inbox could not be taken; see above.`,
    );
  }
  return commandLine.once && lost + notPut > 0 ? 1 : 0;
};
