import * as z from 'zod';
import { ACCOUNT, PARTITION, REGION } from '../aws/place.ts';

/** The template uses an intrinsic function, or names a resource, that this machine does not know. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
}

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': PARTITION,
  'AWS::Region': REGION,
  'AWS::StackName': 'Gouji',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** The value of a resource: of `Ref` when no attribute is named, else of `Fn::GetAtt`. */
export type Lookup = (logicalId: string, attribute?: string) => string;

const Pair = z.tuple([z.string(), z.unknown()]);

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const intrinsics = (lookup: Lookup, resolve: (value: unknown) => unknown) => {
  const reference = (name: string): string => PSEUDO[name] ?? lookup(name);
  const attribute = (path: string): string => {
    const [logicalId = '', ...rest] = path.split('.');
    return lookup(logicalId, rest.join('.'));
  };
  const functions: Readonly<Record<string, (operand: unknown) => unknown>> = {
    Ref: (operand) => reference(z.string().parse(operand)),
    'Fn::GetAtt': (operand) =>
      attribute(typeof operand === 'string' ? operand : z.array(z.string()).parse(operand).join('.')),
    'Fn::Join': (operand) => {
      const [separator, parts] = Pair.parse(operand);
      return z.array(z.coerce.string()).parse(resolve(parts)).join(separator);
    },
    'Fn::Sub': (operand) => {
      const [text, values] = typeof operand === 'string' ? [operand, {}] : Pair.parse(operand);
      const own = z.record(z.string(), z.coerce.string()).parse(resolve(values));
      return text.replace(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) =>
        literal ? `\${${name}}` : (own[name] ?? (name.includes('.') ? attribute(name) : reference(name))),
      );
    },
    'Fn::Select': (operand) => {
      const [index, list] = z.tuple([z.coerce.number(), z.unknown()]).parse(operand);
      return z.array(z.unknown()).parse(resolve(list))[index];
    },
    'Fn::Split': (operand) => {
      const [separator, text] = Pair.parse(operand);
      return z.string().parse(resolve(text)).split(separator);
    },
  };
  return functions;
};

/**
 * Resolves the intrinsic functions in a value of a template; what is none is kept as it is.
 *
 * @throws TemplateError for a function that is not known here
 */
export const resolver = (lookup: Lookup): ((value: unknown) => unknown) => {
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [name, operand] = entries.length === 1 && entries[0] ? entries[0] : ['', undefined];
    if (name === 'Ref' || name.startsWith('Fn::')) {
      const run = functions[name];
      if (!run) throw new TemplateError(`${name} in the template is not known to one machine`);
      return run(operand);
    }
    return Object.fromEntries(entries.map(([key, each]) => [key, resolve(each)]));
  };
  const functions = intrinsics(lookup, resolve);
  return resolve;
};
