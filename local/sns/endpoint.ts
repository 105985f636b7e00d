import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../http/read-body.ts';

/** A message published to a topic. */
export interface Publication {
  readonly topicArn: string;
  readonly subject?: string;
  readonly message: string;
  /** Values of the message attributes by name. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** `MessageAttributes.entry.1.Name=…&MessageAttributes.entry.1.Value.StringValue=…` */
const attributesOf = (form: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([field, name]) => {
      const [, entry] = /^(MessageAttributes\.entry\.\d+)\.Name$/.exec(field) ?? [];
      return entry === undefined ? [] : [[name, form.get(`${entry}.Value.StringValue`) ?? '']];
    }),
  );

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
    const attributes = attributesOf(form);
    await publish({ topicArn, message, attributes, ...(subject !== null && { subject }) });
    answer(200, xml('Publish', `<PublishResult><MessageId>${randomUUID()}</MessageId></PublishResult>`));
  }
};
