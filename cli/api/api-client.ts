import * as z from 'zod';
import { ServiceFault } from '../deployment/service-fault.ts';
import { UsageError } from '../usage-error.ts';

/** Options that name the API, for `parseArgs`. */
export const API_OPTIONS = { api: { type: 'string' }, token: { type: 'string' } } as const;

const LOCAL = 'http://127.0.0.1:8787';

export const API_HELP = `  --api URL               接口地址，或环境变量 GOUJI_API     address of the API, or GOUJI_API
                          默认本机 default: ${LOCAL}
  --token TOKEN           令牌，或环境变量 GOUJI_TOKEN       bearer token, or GOUJI_TOKEN
                          没有令牌时，AWS 上的接口用环境里的 AWS 凭据签名
                          without one, an API on AWS gets requests signed with the credentials of the environment`;

/** Asks the API; answers are parsed by the schema given. */
export interface ApiClient {
  /** @throws ServiceFault when the API is not reached, refuses, or answers with something else than the schema */
  request<Schema extends z.ZodType>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    schema: Schema,
    body?: unknown,
  ): Promise<z.infer<Schema>>;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

const problemSchema = z.looseObject({
  detail: z.string(),
  errors: z.array(z.object({ at: z.string(), detail: z.string() })).default([]),
});

/** Tries at a request that the service was too busy for, with a pause that grows between them. */
const TRIES = 4;
const PAUSE = 500;

const isBusy = (status: number): boolean => status === 429 || status === 503;

const explain = (status: number, text: string): ServiceFault => {
  try {
    const { detail, errors } = problemSchema.parse(JSON.parse(text));
    return new ServiceFault([detail, ...errors.map((error) => `${error.at}: ${error.detail}`)].join('\n  '));
  } catch {
    return new ServiceFault(`${status} ${text.slice(0, 200)}`);
  }
};

/** What the schema makes of an answer. A page of some other server, or another version of the API, is a fault. */
const understand = <Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  address: string,
): z.infer<Schema> => {
  try {
    return schema.parse(text === '' ? undefined : JSON.parse(text));
  } catch (error) {
    throw new ServiceFault(
      `${address} 的回答不是 Gouji 接口的格式，请核对 --api。The answer is none of this API: see --api.`,
      { cause: error },
    );
  }
};

/** "API endpoint … https://{api-id}.execute-api.{region}.amazonaws.com" */
const regionOf = ({ hostname }: URL): string | undefined =>
  /\.execute-api\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?$/.exec(hostname)?.[1];

const addressOf = (text: string): string => {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, '');
  throw new UsageError(`--api: ${text} 不是网址。is no address.`);
};

/** @throws UsageError when the address is none */
export const apiClient = (given: {
  readonly api?: string | undefined;
  readonly token?: string | undefined;
}): ApiClient => {
  const address = addressOf(given.api ?? process.env.GOUJI_API ?? LOCAL);
  const token = given.token ?? process.env.GOUJI_TOKEN;

  const send = async (method: string, path: string, body: unknown): Promise<Answer> => {
    const url = new URL(`${address}${path}`);
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers: Record<string, string> = {
      accept: 'application/json',
      ...(text !== undefined && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const region = token ? undefined : regionOf(url);
    const signed = region
      ? await (await import('./sign-request.ts')).signRequest({ method, url, headers, text, region })
      : headers;
    try {
      const init = { method, headers: signed, ...(text !== undefined && { body: text }) };
      const response = await fetch(url, init);
      return { status: response.status, text: await response.text() };
    } catch (error) {
      const { cause } = error as Error;
      const why = cause instanceof Error ? cause.message || cause.name : String(error);
      throw new ServiceFault(`无法连接 cannot reach ${address}: ${why}`, { cause: error });
    }
  };

  return {
    async request(method, path, schema, body) {
      for (let attempt = 1; ; attempt++) {
        const { status, text } = await send(method, path, body);
        if (status >= 200 && status <= 299) return understand(text, schema, address);
        if (!isBusy(status) || attempt === TRIES) throw explain(status, text);
        await new Promise((done) => setTimeout(done, PAUSE * 2 ** attempt));
      }
    },
  };
};
