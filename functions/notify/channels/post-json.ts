import { type Agent, type ClientRequest, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { ChannelError } from './channel.ts';

/** For a whole exchange, in milliseconds. */
export const POST_TIMEOUT = 4000;

/** No robot answers with more; in bytes. */
const ANSWER_LIMIT = 64 * 1024;

export interface PostOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly agent?: Agent | undefined;
}

/**
 * Posts JSON and returns the text of a 2xx answer. Follows no redirect. Errors never name the address: it carries
 * the token of the robot.
 *
 * @throws ChannelError
 */
export const postJson = (url: URL, body: unknown, { headers, agent }: PostOptions = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const fail = (why: string, down = true): void => {
      clearTimeout(timer);
      reject(new ChannelError(why, down));
      request.destroy();
    };
    const bytes = Buffer.from(JSON.stringify(body));
    const options = {
      method: 'POST',
      agent,
      headers: {
        ...headers,
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': bytes.length,
      },
    };
    const request: ClientRequest = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options);
    // The socket's own time-out begins anew with every byte; this one does not.
    const timer = setTimeout(() => fail(`no answer within ${POST_TIMEOUT / 1000} s`), POST_TIMEOUT);
    request.on('error', (error: NodeJS.ErrnoException) => fail(`not reached: ${error.code ?? error.name}`));
    request.on('response', (response) => {
      const { statusCode = 0 } = response;
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > ANSWER_LIMIT) fail('answered with too much');
        else chunks.push(chunk);
      });
      response.on('error', () => fail('broke off its answer'));
      response.on('end', () => {
        if (statusCode < 200 || statusCode > 299) {
          fail(`answered ${statusCode}`, statusCode === 429 || statusCode >= 500);
          return;
        }
        clearTimeout(timer);
        resolve(Buffer.concat(chunks).toString('utf8'));
      });
    });
    request.end(bytes);
  });
