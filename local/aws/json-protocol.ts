import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { readBody } from '../http/read-body.ts';

/** An answer of an AWS JSON protocol that is no success. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

/** The calls of one service: each parses its input and answers with what becomes the JSON body. */
export type Calls = Readonly<Record<string, (input: unknown) => Promise<unknown>>>;

/** The limits of the services are 256 kB and 1 MB. */
const LIMIT = 2 * 1024 * 1024;

/** The name of the call in `X-Amz-Target: <service>.<call>`. */
export const targetOf = (request: IncomingMessage): { service: string; call: string } => {
  const [service = '', call = ''] = String(request.headers['x-amz-target'] ?? '').split('.');
  return { service, call };
};

/** Answers one request of the AWS JSON protocols 1.0 and 1.1. */
export const answerJson = async (
  calls: Calls,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { service, call } = targetOf(request);
  let status = 200;
  let answer: unknown;
  try {
    const run = calls[call];
    if (!run) throw new ServiceError('UnknownOperationException', `${service} has no ${call} here.`);
    const body = await readBody(request, LIMIT);
    answer = await run(JSON.parse(body.toString('utf8') || '{}'));
  } catch (error) {
    const known =
      error instanceof ServiceError
        ? error
        : error instanceof z.ZodError
          ? new ServiceError('ValidationException', z.prettifyError(error))
          : new ServiceError('InternalFailure', String(error), 500);
    status = known.status;
    answer = { __type: known.code, message: known.message };
  }
  const text = JSON.stringify(answer ?? {});
  response.writeHead(status, {
    'Content-Type': String(request.headers['content-type'] ?? 'application/x-amz-json-1.0'),
    'Content-Length': Buffer.byteLength(text),
  });
  response.end(text);
};
