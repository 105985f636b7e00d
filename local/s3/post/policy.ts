import * as z from 'zod';
import { accessDenied, S3Error } from '../s3-error.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html */
const POLICY = z.object({
  expiration: z.iso.datetime(),
  conditions: z.array(
    z.union([
      z.tuple([z.literal('content-length-range'), z.coerce.number(), z.coerce.number()]),
      z.tuple([z.enum(['eq', 'starts-with']), z.string().startsWith('$'), z.string()]),
      z.record(z.string(), z.string()),
    ]),
  ),
});

export interface Policy {
  /** Milliseconds since 1970. */
  readonly expiration: number;
  readonly fields: readonly { readonly name: string; readonly value: string; readonly prefix: boolean }[];
  /** Of the file, in bytes. */
  readonly length: { readonly least: number; readonly most: number };
}

/** @param text in base64 @throws S3Error InvalidPolicyDocument */
export const parsePolicy = (text: string): Policy => {
  let document: unknown;
  try {
    document = JSON.parse(Buffer.from(text, 'base64').toString('utf8'));
  } catch {
    document = undefined;
  }
  const parsed = POLICY.safeParse(document);
  if (!parsed.success) throw new S3Error('InvalidPolicyDocument', 400, 'Invalid Policy: Invalid JSON.');
  const fields: { name: string; value: string; prefix: boolean }[] = [];
  let length = { least: 0, most: Number.POSITIVE_INFINITY };
  for (const condition of parsed.data.conditions) {
    if (!Array.isArray(condition)) {
      for (const [name, value] of Object.entries(condition)) {
        fields.push({ name: name.toLowerCase(), value, prefix: false });
      }
    } else if (condition[0] === 'content-length-range') {
      length = { least: Math.max(length.least, condition[1]), most: Math.min(length.most, condition[2]) };
    } else {
      const [kind, name, value] = condition;
      fields.push({ name: name.slice(1).toLowerCase(), value, prefix: kind === 'starts-with' });
    }
  }
  return { expiration: Date.parse(parsed.data.expiration), fields, length };
};

/** Fields that need no condition of their own. */
const FREE = new Set(['x-amz-signature', 'policy', 'file', 'bucket']);

/**
 * Every condition must hold, and every field must have one.
 *
 * @param form field names in lower case
 * @throws S3Error AccessDenied
 */
export const checkPolicy = (policy: Policy, form: ReadonlyMap<string, string>, now: number): void => {
  if (now > policy.expiration) throw accessDenied('Invalid according to Policy: Policy expired.');
  for (const { name, value, prefix } of policy.fields) {
    const actual = form.get(name) ?? '';
    if (prefix ? !actual.startsWith(value) : actual !== value) {
      throw accessDenied(`Invalid according to Policy: Policy Condition failed: ${name}`);
    }
  }
  const covered = new Set(policy.fields.map(({ name }) => name));
  for (const name of form.keys()) {
    if (!FREE.has(name) && !name.startsWith('x-ignore-') && !covered.has(name)) {
      throw accessDenied(`Invalid according to Policy: Extra input fields: ${name}`);
    }
  }
};
