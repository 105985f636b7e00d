import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { UsageError } from '../usage-error.ts';

/** The resources of a deployment that commands work on, by the names of the stack's outputs. */
const OUTPUTS = {
  bucket: 'UploadsBucket',
  table: 'RecordsTable',
  queue: 'UploadsQueueUrl',
  'dead-letters': 'DeadLettersUrl',
} as const;

export type ResourceName = keyof typeof OUTPUTS;

/** Options that name a deployment, for `parseArgs`. */
export const DEPLOYMENT_OPTIONS = {
  stack: { type: 'string' },
  bucket: { type: 'string' },
  table: { type: 'string' },
  queue: { type: 'string' },
  'dead-letters': { type: 'string' },
} as const;

export const DEPLOYMENT_HELP = `  --stack NAME            部署的堆栈，从其输出取得资源名   the deployed stack; names come from its outputs
  凭据、区域与端点按 AWS 的惯例取自环境变量和配置文件（AWS_PROFILE、AWS_REGION、AWS_ENDPOINT_URL …）
  credentials, region and endpoint come from the environment and profile, as in every AWS tool`;

type Given = Readonly<Partial<Record<ResourceName | 'stack', string | undefined>>>;

const stackOutputs = async (stack: string): Promise<ReadonlyMap<string, string>> => {
  const { Stacks } = await new CloudFormationClient({}).send(new DescribeStacksCommand({ StackName: stack }));
  const outputs = Stacks?.[0]?.Outputs ?? [];
  return new Map(
    outputs.flatMap(({ OutputKey, OutputValue }) =>
      OutputKey && OutputValue ? [[OutputKey, OutputValue]] : [],
    ),
  );
};

/**
 * The named resources: given one by one, else from the outputs of `--stack`.
 * Throws a UsageError that says what is missing.
 */
export const resolveDeployment = async <N extends ResourceName>(
  given: Given,
  names: readonly N[],
): Promise<Record<N, string>> => {
  const open = names.filter((name) => !given[name]);
  const outputs =
    open.length > 0 && given.stack ? await stackOutputs(given.stack) : new Map<string, string>();
  const found = names.map((name) => [name, given[name] ?? outputs.get(OUTPUTS[name])] as const);
  const missing = found.filter(([, value]) => !value).map(([name]) => `--${name}`);
  if (missing.length > 0) {
    throw new UsageError(`请给出 --stack 或 ${missing.join('、')}。Give --stack or ${missing.join(', ')}.`);
  }
  return Object.fromEntries(found) as Record<N, string>;
};

/** An endpoint of one's own, as emulators have, has no host name for each bucket. */
export const pathStyle = (): boolean =>
  Boolean(process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL);
