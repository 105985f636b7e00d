import { stat } from 'node:fs/promises';
import { basename, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { S3Client } from '@aws-sdk/client-s3';
import { walk } from '../check/walk.ts';
import {
  DEPLOYMENT_HELP,
  DEPLOYMENT_OPTIONS,
  pathStyle,
  resolveDeployment,
} from '../deployment/deployment.ts';
import { inParallel } from '../deployment/in-parallel.ts';
import { concernsOneObject } from '../deployment/service-fault.ts';
import { printable } from '../output/printable.ts';
import { Progress } from '../output/progress.ts';
import { UsageError } from '../usage-error.ts';
import { UnreadableError, type Uploaded, uploadFile } from './upload-file.ts';

export const UPLOAD_HELP = `gouji upload [选项 options] DIR|FILE…

把文件夹里的报告送进存储桶。中断后再运行一次即可：已经送到的不会重送。
Puts reports into the bucket. After an interruption run it again: what arrived is not sent twice.

  --bucket NAME           收件桶                           the bucket that reports are dropped into
  --prefix TEXT           键的前缀，默认无                  prefix of the keys, default none
  --parallel N            同时传送的个数，默认 8            at once, default 8
${DEPLOYMENT_HELP}
  -h, --help

退出状态 exit status: 0 全部送到 all are there · 1 有文件过大 some were too large · 2 有文件未能送出 some could not be sent
`;

interface Job {
  readonly path: string;
  readonly key: string;
}

type Fault = (path: string, text: string) => void;

/**
 * Files with their keys: the paths below the folder given, with slashes on every system. Of two files from
 * different folders that would have one key, the second would replace the first, so it is left out and told of.
 */
async function* jobs(paths: readonly string[], prefix: string, fault: Fault): AsyncGenerator<Job> {
  const taken = paths.length > 1 ? new Set<string>() : undefined;
  for (const root of paths) {
    const folder = (await stat(root).catch(() => undefined))?.isDirectory() ?? false;
    for await (const found of walk([root])) {
      if ('error' in found) {
        fault(found.path, found.error.message);
        continue;
      }
      const name = folder ? relative(root, found.path).split(sep).join('/') : basename(found.path);
      if (taken?.has(name)) {
        fault(found.path, `与另一文件同键 has the same key as another file: ${prefix}${name}`);
        continue;
      }
      taken?.add(name);
      yield { path: found.path, key: prefix + name };
    }
  }
}

const parallelOf = (text: string): number => {
  const width = Number(text);
  if (!Number.isInteger(width) || width < 1 || width > 64) throw new UsageError(`--parallel: ${text} (1–64)`);
  return width;
};

/** Runs `gouji upload`; returns the exit status. Throws a UsageError for wrong arguments. */
export const runUpload = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...DEPLOYMENT_OPTIONS,
      prefix: { type: 'string', default: '' },
      parallel: { type: 'string', default: '8' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(UPLOAD_HELP);
    return 0;
  }
  if (positionals.length === 0) throw new UsageError('没有给出文件或文件夹。No file or folder was given.');
  const parallel = parallelOf(values.parallel);
  const { bucket } = await resolveDeployment(values, ['bucket']);
  // Many minutes of work should outlast a few seconds without the network.
  const client = new S3Client({ forcePathStyle: pathStyle(), maxAttempts: 5 });
  const progress = new Progress(process.stderr);
  const counts: Record<Uploaded | 'failed', number> = {
    uploaded: 0,
    unchanged: 0,
    'too-large': 0,
    failed: 0,
  };
  const complain: Fault = (path, text) => {
    progress.clear();
    process.stderr.write(`gouji: ${printable(path)}: ${printable(text)}\n`);
  };
  const fault: Fault = (path, text) => {
    counts.failed++;
    complain(path, text);
  };
  if (process.stderr.isTTY) {
    let total = 0;
    for await (const _ of jobs(positionals, '', () => {})) total++;
    progress.total = total;
  }
  const upload = async ({ path, key }: Job): Promise<void> => {
    try {
      const outcome = await uploadFile(client, bucket, key, path);
      counts[outcome]++;
      if (outcome === 'too-large') complain(path, '超出大小上限，未传送 over the size limit, not sent');
    } catch (error) {
      // What the store refuses for one file it would refuse for all: then the run ends here.
      if (!(error instanceof UnreadableError) && !concernsOneObject(error)) throw error;
      fault(path, (error as Error).message);
    }
    progress.step();
  };
  try {
    await inParallel(jobs(positionals, values.prefix, fault), parallel, upload);
  } finally {
    progress.clear();
    process.stdout.write(
      `送出 uploaded ${counts.uploaded} · 已在 already there ${counts.unchanged} · 过大 too large ${counts['too-large']} · 失败 failed ${counts.failed}\n`,
    );
  }
  return counts.failed > 0 ? 2 : counts['too-large'] > 0 ? 1 : 0;
};
