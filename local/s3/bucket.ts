/** One line of a bucket's notification configuration. */
export interface NotificationRule {
  /** e.g. `s3:ObjectCreated:*`. */
  readonly events: readonly string[];
  readonly prefix: string;
  readonly suffix: string;
  /** Name of the queue. */
  readonly queue: string;
}

/** A bucket. All buckets here are versioned. */
export interface Bucket {
  readonly name: string;
  /** ISO 8601. */
  readonly created: string;
}

/** Whether a rule asks for the event `name`, e.g. `ObjectCreated:Put`, of the key. */
export const asksFor = (rule: NotificationRule, name: string, key: string): boolean =>
  key.startsWith(rule.prefix) &&
  key.endsWith(rule.suffix) &&
  rule.events.some((event) => {
    const pattern = event.replace(/^s3:/, '');
    return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
  });
