import type { EventBridgeClientConfig } from '@aws-sdk/client-eventbridge';
import { type GoujiEvent, goujiEventSchema } from '../../shared/events/catalogue.ts';
import { CREDENTIALS } from './table.ts';
import { bodyText, wire } from './wire.ts';

/** What the bus says of one entry. */
export type Acceptance = 'taken' | 'refused';

/** An event bus at the wire: every event it took, each parsed by its published schema. */
export const memoryBus = (
  fault: (call: string) => void = () => {},
  accept: () => Acceptance = () => 'taken',
) => {
  const events: GoujiEvent[] = [];
  const config: EventBridgeClientConfig = {
    region: 'cn-north-1',
    credentials: CREDENTIALS,
    maxAttempts: 1,
    requestHandler: wire((request) => {
      fault('events PutEvents');
      const { Entries } = JSON.parse(bodyText(request)) as {
        Entries: { Detail: string; DetailType: string }[];
      };
      const answers = Entries.map(({ Detail }) => {
        if (accept() === 'refused') return { ErrorCode: 'ThrottlingException', ErrorMessage: 'slow down' };
        events.push(goujiEventSchema.parse(JSON.parse(Detail)));
        return { EventId: 'taken' };
      });
      fault('events PutEvents after');
      return {
        statusCode: 200,
        headers: { 'content-type': 'application/x-amz-json-1.1' },
        body: JSON.stringify({
          FailedEntryCount: answers.filter((answer) => 'ErrorCode' in answer).length,
          Entries: answers,
        }),
      };
    }),
  };
  return { events, config };
};
