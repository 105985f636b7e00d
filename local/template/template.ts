import * as z from 'zod';

/** A resource of a CloudFormation template, its intrinsic functions not yet resolved. */
const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).default({}),
});
export type Resource = z.infer<typeof Resource>;

export const Template = z.object({
  Resources: z.record(z.string(), Resource),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown() })).default({}),
});

/** A CloudFormation template, as far as one machine reads it. */
export type Template = z.infer<typeof Template>;
