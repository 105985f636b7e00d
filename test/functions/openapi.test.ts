import { Validator } from '@seriousme/openapi-schema-validator';
import { API_ROUTES } from '../../functions/api-routes.ts';
import { openApiDocument } from '../../functions/http/openapi.ts';
import { PROBLEMS } from '../../functions/http/problem.ts';

const routes = Object.values(API_ROUTES).flat();
const document = openApiDocument(routes, 'https://api.example.cn');
const operations = Object.values(document.paths).flatMap((path) => Object.values(path)) as {
  operationId: string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  responses: Record<string, object>;
}[];

test('every route is described once, by its own name', () => {
  expect(operations).toHaveLength(routes.length);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(routes.length);
});

test('every parameter of a path is described, and nothing else stands in its place', () => {
  for (const [path, methods] of Object.entries(document.paths))
    for (const { parameters } of Object.values(methods) as typeof operations) {
      const named = [...path.matchAll(/\{(.+?)\}/g)].map(([, name]) => name);
      expect(parameters.filter((each) => each.in === 'path').map(({ name }) => name)).toEqual(named);
    }
});

test('every route answers with a problem document when it cannot serve, from the one closed list', () => {
  for (const { responses } of operations) expect(responses.default).toHaveProperty('content');
  expect(document.components.schemas.Problem.properties.type.enum).toHaveLength(Object.keys(PROBLEMS).length);
});

test('the document is valid by a validator that others wrote', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document)));
  expect(errors ?? []).toEqual([]);
  expect([valid, validator.version]).toEqual([true, '3.1']);
});
