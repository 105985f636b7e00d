import { UsageError } from '../usage-error.ts';

interface Resource {
  /** Name of the stack's output. */
  readonly output: string;
  /** Variable of the environment: one machine writes them into its file for clients. */
  readonly variable: string;
}

/** The resources of a deployment that commands work on, by their options. */
export const RESOURCES = {
  bucket: { output: 'UploadsBucket', variable: 'GOUJI_BUCKET' },
  table: { output: 'RecordsTable', variable: 'GOUJI_TABLE' },
  queue: { output: 'UploadsQueueUrl', variable: 'GOUJI_QUEUE' },
  'dead-letters': { output: 'DeadLettersUrl', variable: 'GOUJI_DEAD_LETTERS' },
} as const satisfies Record<string, Resource>;

export type ResourceName = keyof typeof RESOURCES;

/** Options that name a deployment, for `parseArgs`. */
export const DEPLOYMENT_OPTIONS = {
  stack: { type: 'string' },
  bucket: { type: 'string' },
  table: { type: 'string' },
  queue: { type: 'string' },
  'dead-letters': { type: 'string' },
} as const;

export const DEPLOYMENT_HELP = `  --stack NAME            部署的堆栈，从其输出取得资源名   the deployed stack; names come from its outputs
  资源名也可取自环境变量 names may also come from: ${Object.values(RESOURCES)
    .map(({ variable }) => variable)
    .join(' ')}
  凭据、区域与端点按 AWS 的惯例取自环境变量和配置文件（AWS_PROFILE、AWS_REGION、AWS_ENDPOINT_URL …）
  credentials, region and endpoint come from the environment and profile, as in every AWS tool`;

type Given = Readonly<Partial<Record<ResourceName | 'stack', string | undefined>>>;

const stackOutputs = async (stack: string): Promise<ReadonlyMap<string, string>> => {
  const { CloudFormationClient, DescribeStacksCommand } = await import('@aws-sdk/client-cloudformation');
  const { Stacks } = await new CloudFormationClient({}).send(new DescribeStacksCommand({ StackName: stack }));
  const outputs = Stacks?.[0]?.Outputs ?? [];
  return new Map(
    outputs.flatMap(({ OutputKey, OutputValue }) =>
      OutputKey && OutputValue ? [[OutputKey, OutputValue]] : [],
    ),
  );
};

/**
 * The named resources: given one by one, else from the outputs of `--stack`, else from the environment.
 * Throws a UsageError that says what is missing.
 */
export const resolveDeployment = async <N extends ResourceName>(
  given: Given,
  names: readonly N[],
): Promise<Record<N, string>> => {
  const open = names.filter((name) => !given[name]);
  const outputs = open.length > 0 && given.stack ? await stackOutputs(given.stack) : undefined;
  const found = names.map((name) => {
    const { output, variable } = RESOURCES[name];
    return [name, given[name] ?? (outputs ? outputs.get(output) : process.env[variable])] as const;
  });
  const missing = found.filter(([, value]) => !value).map(([name]) => `--${name}`);
  if (missing.length > 0) {
    throw new UsageError(
      outputs
        ? `堆栈 ${given.stack} 没有所需的输出：${missing.join('、')}。The stack has no outputs for these.`
        : `请给出 --stack 或 ${missing.join('、')}。Give --stack or ${missing.join(', ')}.`,
    );
  }
  return Object.fromEntries(found) as Record<N, string>;
};

/** An endpoint of one's own, as emulators have, has no host name for each bucket. */
export const pathStyle = (): boolean =>
  Boolean(process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL);
