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
import { Progress } from '../output/progress.ts';
import { UsageError } from '../usage-error.ts';
import { type Uploaded, uploadFile } from './upload-file.ts';

export const UPLOAD_HELP = `gouji upload [选项 options] DIR|FILE…

把文件夹里的报告送进存储桶。中断后再运行一次即可：已经送到的不会重送。
Puts reports into the bucket. After an interruption run it again: what arrived is not sent twice.

  --bucket NAME           收件桶                           the bucket that reports are dropped into
  --prefix TEXT           键的前缀，默认无                  prefix of the keys, default none
  --parallel N            同时传送的个数，默认 8            at once, default 8
${DEPLOYMENT_HELP}
  -h, --help
`;

interface Job {
  readonly path: string;
  readonly key: string;
}

/** Keys are the paths below the folder given; with slashes on every system. */
async function* jobs(
  paths: readonly string[],
  prefix: string,
  fault: (path: string, error: Error) => void,
): AsyncGenerator<Job> {
  for (const root of paths) {
    const folder = (await stat(root).catch(() => undefined))?.isDirectory() ?? false;
    for await (const found of walk([root])) {
      if ('error' in found) fault(found.path, found.error);
      else {
        const name = folder ? relative(root, found.path).split(sep).join('/') : basename(found.path);
        yield { path: found.path, key: prefix + name };
      }
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
  const client = new S3Client({ forcePathStyle: pathStyle() });
  const progress = new Progress(process.stderr);
  const counts: Record<Uploaded | 'failed', number> = {
    uploaded: 0,
    unchanged: 0,
    'too-large': 0,
    failed: 0,
  };
  const complain = (path: string, text: string) => {
    progress.clear();
    process.stderr.write(`gouji: ${path}: ${text}\n`);
  };
  const fault = (path: string, error: Error) => {
    counts.failed++;
    complain(path, error.message);
  };
  if (process.stderr.isTTY) {
    let total = 0;
    for await (const _ of jobs(positionals, '', () => {})) total++;
    progress.total = total;
  }
  await inParallel(jobs(positionals, values.prefix, fault), parallel, async ({ path, key }) => {
    try {
      const outcome = await uploadFile(client, bucket, key, path);
      counts[outcome]++;
      if (outcome === 'too-large') complain(path, '超出大小上限，未传送 over the size limit, not sent');
    } catch (error) {
      fault(path, error as Error);
    }
    progress.step();
  });
  progress.clear();
  process.stdout.write(
    `送出 uploaded ${counts.uploaded} · 已在 already there ${counts.unchanged} · 过大 too large ${counts['too-large']} · 失败 failed ${counts.failed}\n`,
  );
  return counts.failed > 0 ? 2 : counts['too-large'] > 0 ? 1 : 0;
};
