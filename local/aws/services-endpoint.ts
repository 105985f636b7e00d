import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Listener } from '../http/late-server.ts';
import { BodyTooLargeError } from '../http/read-body.ts';
import { answerJson, type Calls, targetOf } from './json-protocol.ts';

export interface ServicesOptions {
  /** Drawn at each start: whoever does not know it is not let in. */
  readonly accessKeyId: string;
  readonly sqs: Calls;
  readonly events: Calls;
  readonly ssm: Calls;
  readonly sns: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly dynamodb: (request: IncomingMessage, response: ServerResponse) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * The services that only the functions speak to, behind one address: the header or form that names the call
 * also names the service.
 */
export const servicesEndpoint = (options: ServicesOptions): Listener => {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!request.headers.authorization?.includes(`Credential=${options.accessKeyId}/`)) {
      response.writeHead(403).end();
      return;
    }
    const { service } = targetOf(request);
    if (service.startsWith('DynamoDB_')) options.dynamodb(request, response);
    else if (service === 'AmazonSQS') await answerJson(options.sqs, request, response);
    else if (service === 'AWSEvents') await answerJson(options.events, request, response);
    else if (service === 'AmazonSSM') await answerJson(options.ssm, request, response);
    else await options.sns(request, response);
  };
  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (!(error instanceof BodyTooLargeError)) options.onError(error);
      if (response.headersSent) response.destroy();
      else response.writeHead(error instanceof BodyTooLargeError ? 413 : 500).end();
    });
  };
};
