import { ENTRY_METADATA } from '../../infra/least-function.ts';
import type { Resource } from './synthesized.ts';

/** What a role may do that its function's code never calls, and why it must. */
export const MADE_BY_AWS: Readonly<Record<string, string>> = {
  'logs:CreateLogStream': 'Lambda writes the log',
  'logs:PutLogEvents': 'Lambda writes the log',
  'xray:PutTraceSegments': 'Lambda traces',
  'xray:PutTelemetryRecords': 'Lambda traces',
  'sqs:ReceiveMessage': 'Lambda polls the queue',
  'sqs:DeleteMessage': 'Lambda polls the queue',
  'sqs:GetQueueAttributes': 'Lambda polls the queue',
  's3:ListBucket': 'makes S3 answer 404 for what is gone',
  'kms:Decrypt': 'SNS encrypts what is published in the name of the publisher',
  'kms:GenerateDataKey': 'SNS encrypts what is published in the name of the publisher',
};

/** A value of the template with logical ids in the place of what only a deployment knows. */
export const named = (value: unknown): string => {
  if (typeof value === 'string') return value;
  const object = value as Record<string, unknown>;
  if (typeof object.Ref === 'string') return object.Ref;
  const attribute = object['Fn::GetAtt'] as [string, string] | undefined;
  if (attribute) return attribute[1] === 'ApiEndpoint' ? 'https://api.example.cn' : attribute[0];
  const [, parts] = object['Fn::Join'] as [string, unknown[]];
  return parts.map(named).join('');
};

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
}

/** Whether a statement covers a call: its resource may end in a wildcard, and `?` stands for one character. */
const covers = (allowed: string, call: string): boolean =>
  allowed.endsWith('*')
    ? call.startsWith(allowed.slice(0, -1))
    : allowed.length === call.length &&
      [...allowed].every((sign, index) => sign === '?' || sign === call[index]);

/** Functions of a template, by the source of their handlers, and what they may do. */
export const privilegesIn = (resources: Readonly<Record<string, Resource>>) => {
  const functionsOf = (entry: string): Resource[] =>
    Object.values(resources).filter(({ Metadata }) => Metadata?.[ENTRY_METADATA] === entry);

  const functionOf = (entry: string): Resource => {
    const [found] = functionsOf(entry);
    if (!found) throw new Error(`no function ${entry}`);
    return found;
  };

  const variablesOf = ({ Properties }: Resource): Record<string, string> => {
    const { Variables } = Properties.Environment as { Variables: Record<string, unknown> };
    return Object.fromEntries(Object.entries(Variables).map(([name, value]) => [name, named(value)]));
  };

  /** What the role of a function allows, each as `action resource`. */
  const allowed = ({ Properties: { Role } }: Resource): string[] => {
    const { Policies } = resources[named(Role)]!.Properties as {
      Policies: { PolicyDocument: { Statement: Statement[] } }[];
    };
    return Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement).flatMap(
      ({ Effect, Action, Resource }) => {
        if (Effect !== 'Allow') throw new Error(Effect);
        return [Action]
          .flat()
          .flatMap((action) => [Resource].flat().map((each) => `${action} ${named(each)}`));
      },
    );
  };

  /** Demands that a function may make these calls and no others. */
  const demandExactly = (of: string | Resource, calls: readonly string[]): void => {
    const statements = allowed(typeof of === 'string' ? functionOf(of) : of);
    const missing = calls.filter((call) => !statements.some((statement) => covers(statement, call)));
    const unused = statements.filter(
      (statement) =>
        !MADE_BY_AWS[statement.split(' ')[0] ?? ''] && !calls.some((call) => covers(statement, call)),
    );
    const entry = typeof of === 'string' ? of : variablesOf(of).CHANNEL;
    expect({ entry, missing, unused }).toEqual({ entry, missing: [], unused: [] });
  };
  return {
    functionsOf,
    variablesOf,
    demandExactly,
    environmentOf: (entry: string) => variablesOf(functionOf(entry)),
    allowedTo: (entry: string) => functionsOf(entry).flatMap(allowed),
  };
};
