import * as z from 'zod';
import { ROBOT_KINDS, type RobotKind, WEBHOOK_PLACE } from '../functions/notify/channels/kinds.ts';

/** A chat robot that gets alerts. */
export interface AlertRobot {
  readonly kind: RobotKind;
  /** `secret:NAME` or `parameter:NAME`. */
  readonly webhook: string;
}

/** `wecom=parameter:/gouji/wecom`: which kind of robot, and where its webhook is kept. */
export const alertRobotSchema = z.string().transform((text, context): AlertRobot => {
  const [, kind = '', webhook = ''] = /^([^=]*)=(.*)$/.exec(text) ?? [];
  const known = ROBOT_KINDS.find((each) => each === kind);
  if (known && WEBHOOK_PLACE.test(webhook)) return { kind: known, webhook };
  // What was given is not told again: somebody may have given the webhook itself.
  context.addIssue({
    code: 'custom',
    message: `give ${ROBOT_KINDS.join('|')}=parameter:NAME or =secret:NAME, never the webhook itself`,
  });
  return z.NEVER;
});

/** Tells the robots of a stack apart, whatever their order: `wecom-gouji-wecom`. */
export const robotName = ({ kind, webhook }: AlertRobot): string =>
  `${kind}-${webhook.split(':')[1]}`.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '');

/** The name of a channel as part of a logical id: `WecomGoujiWecom`. */
export const inPascalCase = (name: string): string =>
  name
    .split('-')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');
