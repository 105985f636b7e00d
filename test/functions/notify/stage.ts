import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import type { Log } from '../../../functions/log.ts';
import { build } from '../../../functions/notify/build.ts';
import type { RobotKind } from '../../../functions/notify/channels/kinds.ts';
import type { GoujiEvent } from '../../../shared/events/catalogue.ts';
import { batch } from '../deliver.ts';
import { CREDENTIALS } from '../table.ts';
import { bodyText, wire } from '../wire.ts';
import { API_URL, carrying } from './events.ts';
import type { startRobot } from './robot.ts';
import { TOLD_TABLE } from './told-table.ts';

const aws = { region: 'cn-north-1', credentials: CREDENTIALS, maxAttempts: 1 };
const PLENTY_OF_TIME = { getRemainingTimeInMillis: () => 20_000 };

/** Parameter Store at the wire. @param read gives the value of a parameter, or throws */
export const parameterStore = (read: (name: string) => string) => ({
  ...aws,
  requestHandler: wire((request) => {
    const { Name } = JSON.parse(bodyText(request)) as { Name: string };
    const headers = { 'content-type': 'application/x-amz-json-1.1' };
    try {
      const body = JSON.stringify({ Parameter: { Name, Value: read(Name) } });
      return { statusCode: 200, headers, body };
    } catch (error) {
      return { statusCode: 400, headers, body: JSON.stringify({ __type: String(error) }) };
    }
  }),
});

export interface StageOptions {
  readonly table: DynamoDBClientConfig;
  readonly robot: Awaited<ReturnType<typeof startRobot>>;
  readonly kind?: RobotKind;
  /** What the parameter holds. */
  readonly webhook?: string | (() => string);
  readonly channel?: string;
  readonly digestAbove?: number;
  readonly now?: () => number;
}

let channels = 0;

/** The real function with real clients, speaking to a robot on loopback. */
export const stage = ({
  table,
  robot,
  kind = 'webhook',
  webhook,
  channel,
  digestAbove = 10,
  now,
}: StageOptions) => {
  const lines: string[] = [];
  const log: Log = (level, text, fields) => void lines.push(JSON.stringify({ level, text, ...fields }));
  const address = webhook ?? `http://127.0.0.1:${robot.port}/hook`;
  channels += 1;
  const handler = build(
    {
      CHANNEL: channel ?? `${kind}-${channels}`,
      KIND: kind,
      WEBHOOK: 'parameter:/gouji/robot',
      TABLE_NAME: TOLD_TABLE,
      API_URL,
      DIGEST_ABOVE: String(digestAbove),
    },
    {
      dynamodb: table,
      parameters: parameterStore(() => (typeof address === 'string' ? address : address())),
    },
    log,
    { ...(kind !== 'webhook' && { agent: robot.agent }), ...(now && { now }) },
  );
  return {
    lines,
    handler,
    /** Delivers each event in a message of its own; gives the ids of the events that come back. */
    async deliver(events: readonly GoujiEvent[], context = PLENTY_OF_TIME): Promise<string[]> {
      const { batchItemFailures } = await handler(batch(...events.map((each) => carrying(each))), context);
      return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
    },
  };
};
