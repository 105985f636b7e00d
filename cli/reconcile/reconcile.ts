import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import {
  DEPLOYMENT_HELP,
  DEPLOYMENT_OPTIONS,
  pathStyle,
  resolveDeployment,
} from '../deployment/deployment.ts';
import { printable } from '../output/printable.ts';
import { queueAgain } from './queue-again.ts';
import { withoutRecord } from './without-record.ts';

export const RECONCILE_HELP = `gouji reconcile [选项 options]

找出桶里没有记录的文件，重新排队处理。
Finds objects in the bucket without a record and queues them again.

  --dry-run               只列出，不排队                   only list them
  --prefix TEXT           只看此前缀之下                   only below this prefix
  --bucket, --table, --queue   资源名，或用 --stack          names of the resources, or --stack
${DEPLOYMENT_HELP}
  -h, --help

退出状态 exit status: 0 没有遗漏 none was missing · 1 有遗漏 some were
                      2 参数有误或服务拒绝 bad arguments, or a service refused
`;

/** Runs `gouji reconcile`; returns the exit status. Throws a UsageError for wrong arguments. */
export const runReconcile = async (args: readonly string[]): Promise<number> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...DEPLOYMENT_OPTIONS,
      prefix: { type: 'string', default: '' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(RECONCILE_HELP);
    return 0;
  }
  const names = await resolveDeployment(values, ['bucket', 'table', 'queue']);
  const clients = { s3: new S3Client({ forcePathStyle: pathStyle() }), dynamodb: new DynamoDBClient({}) };
  const sqs = new SQSClient({});
  let seen = 0;
  let missing = 0;
  for await (const page of withoutRecord(clients, { ...names, prefix: values.prefix })) {
    seen += page.seen;
    missing += page.without.length;
    // Another program gets the keys as they are.
    const shown = process.stdout.isTTY ? printable : (key: string) => key;
    for (const { key } of page.without) process.stdout.write(`${shown(key)}\n`);
    if (!values['dry-run']) await queueAgain(sqs, names.queue, page.without);
  }
  const done = values['dry-run'] ? '未排队 not queued' : '已重新排队 queued again';
  process.stderr.write(`${seen} 个文件 objects · ${missing} 个没有记录 without a record · ${done}\n`);
  return missing > 0 ? 1 : 0;
};
