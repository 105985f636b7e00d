import { Readable } from 'node:stream';

/** A request as an SDK client sends it, and the answer it gets: the outermost edge, below all of our code. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | null | string[]>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface WireAnswer {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Makes an HTTP handler for an SDK client out of a function. */
export const wire = (answer: (request: WireRequest) => Promise<WireAnswer> | WireAnswer) => ({
  metadata: { handlerProtocol: 'http/1.1' },
  destroy() {},
  updateHttpClientConfig() {},
  httpHandlerConfigs: () => ({}),
  async handle(request: unknown) {
    const { statusCode, headers = {}, body = '' } = await answer(request as WireRequest);
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    return {
      response: {
        statusCode,
        headers: { 'content-length': String(bytes.length), ...headers },
        body: Readable.from(bytes.length > 0 ? [bytes] : []),
      } as never,
    };
  },
});

/** The bytes of a request's body. */
export const bodyText = ({ body }: WireRequest): string =>
  typeof body === 'string' ? body : body instanceof Uint8Array ? new TextDecoder().decode(body) : '';
