import type { Node } from 'constructs';
import * as z from 'zod';
import { alertRobotSchema, robotName } from './alert-robot.ts';

const fromText = (text: string): unknown => {
  if (text.trimStart().startsWith('[')) {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
};

/** Given as JSON, or as text separated by commas. */
const list = <T extends z.ZodType>(entry: T) =>
  z.preprocess((value) => (typeof value === 'string' ? fromText(value) : value), z.array(entry)).default([]);

const days = z.coerce.number().int().min(1).max(3650);

/**
 * Settings of a deployment, as CDK context: in `cdk.json`, or `npx cdk deploy -c alertMail=a@example.org`. Lists
 * are given as JSON or separated by commas.
 */
export const settingsSchema = z
  .strictObject({
    /** Addresses that get every alert by mail. */
    alertMail: list(z.email({ error: ({ input }) => `${String(input)} is no mail address` })),
    /**
     * Chat robots that get every alert, each as `wecom|dingtalk|feishu=parameter:NAME` or `=secret:NAME`: where its
     * webhook is kept, see `docs/alerts.md`. `webhook` is for one machine: a loopback address.
     */
    alertRobots: list(alertRobotSchema),
    /** Reports in one window above which one digest takes the place of single messages. */
    alertThreshold: z.coerce.number().int().min(1).max(99).default(10),
    /** Seconds that alerts are gathered for. */
    alertWindowSeconds: z.coerce.number().int().min(1).max(300).default(30),
    /** Address of an OpenID Connect issuer; without it, callers sign their requests with IAM credentials. */
    jwtIssuer: z
      .url({ protocol: /^https$/, error: 'give the address of the issuer, beginning with https://' })
      .optional(),
    /** Audience that tokens must be issued for. */
    jwtAudience: z.string().min(1).optional(),
    /** Days after which a replaced or deleted version of an uploaded file goes. */
    replacedVersionDays: days.default(365),
    /** Days that logs are kept. */
    logDays: z.coerce
      .number()
      .pipe(
        z.literal([
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
          3653,
        ]),
      )
      .default(90),
    /** Reports worked on at the same time. */
    concurrency: z.coerce.number().int().min(2).max(1000).default(20),
    /** Buckets besides that of uploads that a backfill may copy objects from. */
    backfillBuckets: list(
      z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, {
        error: ({ input }) => `${String(input)} is no name of a bucket`,
      }),
    ),
    /** Batches of objects that a backfill works on at the same time. */
    backfillConcurrency: z.coerce.number().int().min(1).max(1000).default(10),
    /** Share of the objects in percent that may fail before a backfill gives up. */
    backfillToleratedFailurePercentage: z.coerce.number().min(0).max(100).default(5),
    /** Age in seconds of the oldest waiting upload that raises an alarm. */
    alarmAgeSeconds: z.coerce.number().int().min(60).max(86_400).default(900),
    /** Requests a second that the read API takes in all. */
    requestsPerSecond: z.coerce.number().int().min(1).max(10_000).default(50),
  })
  .refine(({ jwtIssuer, jwtAudience }) => (jwtIssuer === undefined) === (jwtAudience === undefined), {
    error: 'jwtIssuer and jwtAudience go together: give both or neither',
  })
  .refine(({ alertRobots }) => new Set(alertRobots.map(robotName)).size === alertRobots.length, {
    error: 'names the same robot twice',
    path: ['alertRobots'],
  });

export type Settings = z.infer<typeof settingsSchema>;

/** A setting is wrong; the message names it and says what it should be. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Reads the settings from CDK context.
 * @throws SettingsError naming every setting that is wrong
 */
export const readSettings = (node: Pick<Node, 'tryGetContext'>): Settings => {
  const names = Object.keys(settingsSchema.shape);
  const given = Object.fromEntries(
    names.flatMap((name) => {
      const value: unknown = node.tryGetContext(name);
      return value === undefined || value === '' ? [] : [[name, value]];
    }),
  );
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(
    ({ path, message }) => `  ${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`,
  );
  throw new SettingsError(`Settings in the CDK context are wrong:\n${faults.join('\n')}`);
};
