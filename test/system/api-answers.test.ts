import * as z from 'zod';
import { sample, startMachine } from './machine.ts';

interface Operation {
  readonly operationId: string;
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: object }> }>;
}

interface Description {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: { readonly Problem: object } };
}

let machine: Awaited<ReturnType<typeof startMachine>>;
let description: Description;
/** What a caller knows of one report: what stands in paths, and asks of those that want more. */
let known: Record<string, string>;

beforeAll(async () => {
  machine = await startMachine();
  await machine.put('001.txt', await sample('001_c76baea7d958f164.txt'));
  await machine.put('no-report.txt', 'no report');
  await machine.local.whenIdle();
  description = (await machine.get('/openapi.json')).body as Description;
  const [report] = await machine.records('&verdict=inconsistent');
  const { items } = (await machine.get('/reports?verdict=rejected')).body as { items: { href: string }[] };
  const path = `/reports/${encodeURIComponent(report?.agency ?? '')}/2019`;
  const { findings } = (await machine.get(`${path}/findings`)).body as {
    findings: { fingerprint: string }[];
  };
  known = {
    agency: encodeURIComponent(report?.agency ?? ''),
    year: '2019',
    id: items[0]?.href.split('/').at(-1) ?? '',
    fingerprint: findings[0]?.fingerprint ?? '',
    version: report?.version ?? '',
  };
}, 120_000);
afterAll(() => machine.stop());

const QUERIES: Readonly<Record<string, (known: Record<string, string>) => string>> = {
  compareVersions: ({ version }) => `?from=${version}&to=${version}`,
};

const BODIES: Readonly<Record<string, object>> = {
  createUpload: { name: '报告.docx' },
  putReview: { verdict: 'dismissed', reason: '已核实', by: '张三' },
  applyRechecks: {},
};

/** Asks for an operation; the body of an answer in JSON is held against the schema that the description gives it. */
const ask = async (path: string, method: string, { operationId, responses }: Operation, values = known) => {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const body = BODIES[operationId];
  const answer = await fetch(`${machine.local.apiUrl}${filled}${QUERIES[operationId]?.(values) ?? ''}`, {
    method,
    redirect: 'manual',
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const [type = ''] = (answer.headers.get('content-type') ?? '').split(';');
  const text = await answer.text();
  const described = responses[answer.status] ?? responses.default;
  expect([operationId, text === '' || described?.content?.[type] !== undefined]).toEqual([operationId, true]);
  const schema = responses[answer.status]
    ? described?.content?.[type]?.schema
    : description.components.schemas.Problem;
  if (/json$/.test(type) && schema)
    expect([operationId, z.fromJSONSchema(schema as never).safeParse(JSON.parse(text)).error]).toEqual([
      operationId,
      undefined,
    ]);
  return answer.status;
};

const operations = () =>
  Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );

test('every operation answers as the served description says', async () => {
  for (const { path, method, operation } of operations()) {
    const status = await ask(path, method, operation);
    expect([operation.operationId, Object.keys(operation.responses)]).toEqual([
      operation.operationId,
      expect.arrayContaining([String(status)]),
    ]);
  }
});

test('what no operation finds or takes is told of in the problem document that it describes', async () => {
  const nothing = { agency: 'x', year: 'y', id: 'z', fingerprint: 'w', version: 'v' };
  for (const { path, method, operation } of operations()) {
    if (path.includes('{')) expect([400, 404]).toContain(await ask(path, method, operation, nothing));
    expect([404, 405]).toContain(await ask(path, 'PATCH', operation));
  }
});

test('so is what the gateway refuses by itself', async () => {
  const [report] = operations();
  if (!report) throw new Error('no operation');
  expect(await ask('/reports/%zz/2019', report.method, report.operation)).toBe(400);
});
