/**
 * The account and the region that one machine stands for. Stock S3 clients assume us-east-1 when nothing
 * is configured, so that is what they find here.
 */
export const ACCOUNT = '000000000000';
export const REGION = 'us-east-1';
export const PARTITION = 'aws';

/** An ARN of this machine, e.g. `arn('sqs', 'intake')`. */
export const arn = (service: string, resource: string): string =>
  `arn:${PARTITION}:${service}:${REGION}:${ACCOUNT}:${resource}`;

/** What follows the last `:` or `/` of an ARN or URL; a bare name is returned as it is. */
export const nameOf = (arnOrUrl: string): string => arnOrUrl.split(/[:/]/).at(-1) ?? arnOrUrl;
