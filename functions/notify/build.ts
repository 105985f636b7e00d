import type { Agent } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { SSMClient } from '@aws-sdk/client-ssm';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ClientSettings, Environment } from '../client-options.ts';
import { jsonLog, type Log } from '../log.ts';
import type { Channel } from './channels/channel.ts';
import { dingtalk } from './channels/dingtalk.ts';
import { feishu } from './channels/feishu.ts';
import type { RobotKind } from './channels/kinds.ts';
import { mailChannel } from './channels/mail.ts';
import { type Dialect, robotChannel } from './channels/robot.ts';
import { storedWebhook } from './channels/stored-webhook.ts';
import { webhook } from './channels/webhook.ts';
import { wecom } from './channels/wecom.ts';
import { notifier } from './notify.ts';
import { type Settings, settingsSchema } from './settings.ts';
import { toldTable } from './told.ts';

export interface NotifyOptions {
  /** Of the connections to robots. */
  readonly agent?: Agent;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const DIALECTS: Readonly<Record<RobotKind, Dialect>> = { wecom, dingtalk, feishu, webhook };

const channelOf = (
  settings: Settings,
  clients: ClientSettings,
  { agent, now = Date.now }: NotifyOptions,
): Channel => {
  if (settings.KIND === 'mail') return mailChannel(new SNSClient(clients.sns ?? {}), settings.TOPIC_ARN);
  const stores = {
    secrets: new SecretsManagerClient(clients.secrets ?? {}),
    parameters: new SSMClient(clients.parameters ?? {}),
  };
  const stored = storedWebhook(stores, settings.WEBHOOK, now);
  return robotChannel({
    dialect: DIALECTS[settings.KIND],
    readAddress: stored.read,
    forgetAddress: stored.forget,
    agent,
    now,
  });
};

/**
 * Wires the function from its environment; tests give their own clients, clock and connections.
 * @throws when a setting is absent or wrong
 */
export const build = (
  environment: Environment,
  clients: ClientSettings = {},
  log: Log = jsonLog,
  options: NotifyOptions = {},
) => {
  const settings = settingsSchema.parse(environment);
  const { now = Date.now } = options;
  const table = DynamoDBDocumentClient.from(new DynamoDBClient(clients.dynamodb ?? {}));
  return notifier({
    channel: channelOf(settings, clients, options),
    told: toldTable(table, settings.TABLE_NAME, settings.CHANNEL, now),
    digestAbove: settings.DIGEST_ABOVE,
    apiUrl: settings.API_URL,
    log,
    now,
  });
};
