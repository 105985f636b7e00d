import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { gateway } from '../../../local/api/gateway.ts';
import { lateServer } from '../../../local/http/late-server.ts';
import { close, listen, PortTakenError } from '../../../local/http/listen.ts';

const routes = [
  { method: 'GET', path: '/reports', functionName: 'read' },
  { method: 'GET', path: '/reports/{agency}/{year}', functionName: 'read' },
  { method: 'GET', path: '/reports/latest/{year}', functionName: 'latest' },
  { method: 'POST', path: '/uploads', functionName: 'upload' },
];

let events: { functionName: string; event: APIGatewayProxyEventV2 }[] = [];
let result: unknown;
const servers: ReturnType<typeof lateServer>[] = [];
const serve = async (token?: string): Promise<string> => {
  const late = lateServer();
  servers.push(late);
  late.serve(
    gateway({
      routes,
      token,
      onError: () => undefined,
      async invoke(functionName, event) {
        events.push({ functionName, event: event as APIGatewayProxyEventV2 });
        if (result instanceof Error) throw result;
        return result;
      },
    }),
  );
  return `http://127.0.0.1:${await listen(late.server, 0, '')}`;
};

let url: string;
beforeAll(async () => {
  url = await serve();
});
beforeEach(() => {
  events = [];
  result = { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{}' };
});
afterAll(() => Promise.all(servers.map(({ server }) => close(server))));

test('a request becomes an event of payload format 2.0', async () => {
  await fetch(`${url}/reports/${encodeURIComponent('镇海/局')}/2019?a=1&a=2&b=%20`, {
    headers: { 'X-Test': 'y' },
  });
  expect(events).toMatchObject([
    {
      functionName: 'read',
      event: {
        version: '2.0',
        routeKey: 'GET /reports/{agency}/{year}',
        rawQueryString: 'a=1&a=2&b=%20',
        queryStringParameters: { a: '1,2', b: ' ' },
        pathParameters: { agency: '镇海/局', year: '2019' },
        headers: { 'x-test': 'y' },
        isBase64Encoded: false,
        requestContext: { http: { method: 'GET' } },
      },
    },
  ]);
});

test('a fixed segment goes before a parameter', async () => {
  await fetch(`${url}/reports/latest/2019`);
  expect(events[0]?.functionName).toBe('latest');
});

test('bodies are text where they are text, else base64', async () => {
  await fetch(`${url}/uploads`, {
    method: 'POST',
    body: '{"a":"勾"}',
    headers: { 'Content-Type': 'application/json' },
  });
  await fetch(`${url}/uploads`, { method: 'POST', body: Buffer.from([0, 255]) });
  expect(events.map(({ event }) => [event.body, event.isBase64Encoded])).toEqual([
    ['{"a":"勾"}', false],
    ['AP8=', true],
  ]);
});

test('a compressed answer arrives as it was meant', async () => {
  result = {
    statusCode: 200,
    headers: { 'content-encoding': 'gzip', 'content-type': 'text/plain' },
    body: gzipSync('内容').toString('base64'),
    isBase64Encoded: true,
  };
  expect(await (await fetch(`${url}/reports`)).text()).toBe('内容');
});

test.each([
  ['GET', '/nothing', 404],
  ['DELETE', '/reports', 405],
  ['GET', '/uploads', 405],
  ['GET', '/reports/%zz/2019', 400],
])('%s %s is answered with %i as a problem document', async (method, path, status) => {
  const answer = await fetch(`${url}${path}`, { method });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ status, instance: path });
  expect(events).toEqual([]);
});

test('a body that is too large is refused', async () => {
  const answer = await fetch(`${url}/uploads`, { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) });
  expect(answer.status).toBe(413);
  expect(events).toEqual([]);
});

test('a fault of the function shows nothing of itself', async () => {
  result = new Error('at secret.ts:1');
  const answer = await fetch(`${url}/reports`);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('secret');
});

test('a token is asked for where there is one', async () => {
  const guarded = await serve('let-me-in');
  expect((await fetch(`${guarded}/reports`)).status).toBe(401);
  expect((await fetch(`${guarded}/reports`, { headers: { Authorization: 'Bearer other' } })).status).toBe(
    401,
  );
  expect((await fetch(`${guarded}/reports`, { headers: { Authorization: 'Bearer let-me-in' } })).status).toBe(
    200,
  );
});

test('a page elsewhere that points its name here is not answered', async () => {
  const { port } = new URL(url);
  const status = await new Promise((done) => {
    request({ port, host: '127.0.0.1', path: '/reports', headers: { Host: 'evil.example' } }, (answer) =>
      done(answer.statusCode),
    ).end();
  });
  expect(status).toBe(403);
});

test('a taken port is told by its number', async () => {
  const late = lateServer();
  const taken = Number(new URL(url).port);
  await expect(listen(late.server, taken, '--port')).rejects.toThrow(PortTakenError);
});
