import * as z from 'zod';
import { PROBLEMS } from './problem.ts';
import type { Route } from './route.ts';

type Schema = Record<string, unknown>;

const jsonSchema = (schema: z.ZodType): Schema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
};

/** Parameters of an object schema, one for each property. */
const parameters = (schema: z.ZodObject, where: 'path' | 'query') => {
  const { properties = {}, required = [] } = jsonSchema(schema) as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(description !== undefined && { description }),
    schema: rest,
  }));
};

const content = ({ produces, replySchema }: Route<never>) =>
  Object.fromEntries(
    produces.map((type) => [
      type,
      { schema: type === 'application/json' && replySchema ? jsonSchema(replySchema) : { type: 'string' } },
    ]),
  );

const PROBLEM_SCHEMA = {
  type: 'object',
  description: 'RFC 9457',
  required: ['type', 'title', 'status', 'detail', 'instance'],
  properties: {
    type: { type: 'string', enum: Object.keys(PROBLEMS).map((type) => `urn:gouji:problem:${type}`) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['at', 'detail'],
        properties: { at: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
};

const operation = (route: Route<never>) => ({
  operationId: route.name,
  summary: route.summary,
  // OpenAPI 3.1: for other types than OAuth 2.0 the list "MAY contain a list of role names".
  security: [{ token: [`gouji/${route.scope}`] }],
  parameters: [...parameters(route.pathSchema, 'path'), ...parameters(route.querySchema, 'query')],
  ...(route.bodySchema && {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: jsonSchema(route.bodySchema) } },
    },
  }),
  responses: {
    [route.status]: {
      description: route.summary,
      ...(route.status !== 204 && { content: content(route) }),
    },
    ...(route.leadsBrowsers && { 303: { description: 'Leads a browser there' } }),
    ...(route.method === 'GET' && { 304: { description: 'Not modified since the entity tag given' } }),
    default: {
      description: 'A problem from the closed list',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
});

/**
 * The OpenAPI 3.1 document of a list of routes, made from the schemas that validate their requests.
 *
 * @param server address of the API
 */
export const openApiDocument = (routes: readonly Route<never>[], server: string) => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = paths[route.path] ?? {};
    path[route.method.toLowerCase()] = operation(route);
    paths[route.path] = path;
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Gouji',
      version: '1',
      summary: 'Records of checked government information disclosure annual reports',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: server }],
    paths,
    components: {
      schemas: { Problem: PROBLEM_SCHEMA },
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description:
            'A token with the scope that is named; or, by default, a request signed with IAM credentials',
        },
      },
    },
  };
};
