import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../http/read-body.ts';

/** A message published to a topic. */
export interface Publication {
  readonly topicArn: string;
  readonly subject?: string;
  readonly message: string;
}

/** "The maximum size of a message is 256 KB", form-encoded. */
const LIMIT = 1024 * 1024;

const xml = (name: string, inner: string): string =>
  `<${name}Response xmlns="http://sns.amazonaws.com/doc/2010-03-31/">${inner}` +
  `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${name}Response>`;

/** The Publish call of SNS, in the AWS query protocol. */
export const answerSns = async (
  publish: (publication: Publication) => Promise<void>,
  topics: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const form = new URLSearchParams((await readBody(request, LIMIT)).toString('utf8'));
  const topicArn = form.get('TopicArn') ?? '';
  const message = form.get('Message');
  const answer = (status: number, body: string): void => {
    response.writeHead(status, { 'Content-Type': 'text/xml' }).end(body);
  };
  const fail = (status: number, code: string): void =>
    answer(status, `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code></Error></ErrorResponse>`);
  if (form.get('Action') !== 'Publish') fail(400, 'InvalidAction');
  else if (!topics.includes(topicArn)) fail(404, 'NotFound');
  else if (!message) fail(400, 'InvalidParameter');
  else {
    const subject = form.get('Subject');
    await publish({ topicArn, message, ...(subject !== null && { subject }) });
    answer(200, xml('Publish', `<PublishResult><MessageId>${randomUUID()}</MessageId></PublishResult>`));
  }
};
