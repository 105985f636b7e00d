import { Stack } from 'aws-cdk-lib';
import { type IPrincipal, PolicyDocument, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { excuse } from './excuse.ts';

/** IAM actions that someone needs, each with the resources it needs them on. */
export type Calls = Readonly<Record<string, readonly string[]>>;

export interface LeastRoleProps {
  readonly assumedBy: IPrincipal;
  readonly description: string;
  /** Becomes one statement for each action. */
  readonly calls: Calls;
  /** Why some resources have a wildcard: those that are everything, and those that end in one. */
  readonly reasons: { readonly everything: string; readonly open: string };
}

/** A role with one statement for each call. */
export class LeastRole extends Role {
  constructor(scope: Construct, id: string, { assumedBy, description, calls, reasons }: LeastRoleProps) {
    super(scope, id, {
      assumedBy,
      description,
      inlinePolicies: {
        Calls: new PolicyDocument({
          statements: Object.entries(calls).map(
            ([action, resources]) =>
              new PolicyStatement({
                sid: action.replace(/[^A-Za-z0-9]/g, ''),
                actions: [action],
                resources: [...resources],
              }),
          ),
        }),
      },
    });
    const shown = Object.values(calls)
      .flat()
      .map((resource) => this.shown(resource));
    for (const resource of new Set(shown.filter((each) => each.includes('*'))))
      excuse(this, {
        [`AwsSolutions-IAM5[Resource::${resource}]`]: resource === '*' ? reasons.everything : reasons.open,
      });
  }

  /** A resource as cdk-nag shows it, with `<id.Arn>` for what is known only when deployed. */
  private shown(resource: string): string {
    const resolved: unknown = Stack.of(this).resolve(resource);
    if (typeof resolved === 'string') return resolved;
    const { 'Fn::Join': [, parts] = ['', [resolved]] } = resolved as { 'Fn::Join'?: [string, unknown[]] };
    const nameOf = (part: { Ref?: string; 'Fn::GetAtt'?: string[] }): string =>
      part.Ref ?? part['Fn::GetAtt']?.join('.') ?? '';
    return parts.map((part) => (typeof part === 'string' ? part : `<${nameOf(part as object)}>`)).join('');
  }
}
