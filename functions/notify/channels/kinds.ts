/**
 * Kinds of chat robots, with the hosts that their webhooks may lie on: a wrong or forged address in a secret must
 * not send findings elsewhere. `webhook` serves one machine, on loopback.
 */
export const ROBOT_HOSTS = {
  wecom: ['qyapi.weixin.qq.com'],
  dingtalk: ['oapi.dingtalk.com'],
  feishu: ['open.feishu.cn', 'open.larksuite.com'],
  webhook: ['127.0.0.1', 'localhost', '[::1]'],
} as const satisfies Record<string, readonly string[]>;

export type RobotKind = keyof typeof ROBOT_HOSTS;
export const ROBOT_KINDS = Object.keys(ROBOT_HOSTS) as [RobotKind, ...RobotKind[]];

/** Robots that must be spoken to with a signature. */
export const SIGNED: ReadonlySet<RobotKind> = new Set(['dingtalk', 'feishu']);

/** Where the webhook of a robot is kept: `secret:NAME` in Secrets Manager, `parameter:NAME` in Parameter Store. */
export const WEBHOOK_PLACE = /^(secret|parameter):([A-Za-z0-9/_.-]{1,512})$/;
