import type * as z from 'zod';

/** What a caller must be allowed: to read records, upload reports, review findings, check reports again. */
export const SCOPES = ['read', 'upload', 'review', 'recheck'] as const;
export type Scope = (typeof SCOPES)[number];

export interface JsonReply<Body> {
  readonly body: Body;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer in another media type than JSON. */
export interface TextReply {
  readonly text: string;
  readonly contentType: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RouteInput<Path, Query, Body> {
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  /** Best media type that caller and route agree on. */
  readonly accepts: string;
  /** Who asks, where the gateway knows. */
  readonly caller: string | undefined;
}

/**
 * One route: what it takes and gives as schemas, which validate requests and make the OpenAPI document, and what
 * it does with the services it is given.
 */
export interface Route<Services> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With parameters in braces, e.g. `/reports/{agency}/{year}`. */
  readonly path: string;
  readonly name: string;
  readonly summary: string;
  readonly scope: Scope;
  readonly pathSchema: z.ZodObject;
  readonly querySchema: z.ZodObject;
  readonly bodySchema?: z.ZodType;
  /** JSON Schema source of the answer; absent when the route never answers with JSON. */
  readonly replySchema?: z.ZodType;
  /** Media types of the answer, the default one first. */
  readonly produces: readonly string[];
  readonly status: number;
  /** Whether a browser is led to what the answer names (status 303) instead of being told. */
  readonly leadsBrowsers?: boolean;
  readonly respond: (
    services: Services,
    input: RouteInput<never, never, never>,
  ) => Promise<JsonReply<unknown> | TextReply>;
}

interface RouteDefinition<
  Services,
  Path extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Reply extends z.ZodType,
> {
  readonly method: Route<Services>['method'];
  readonly path: string;
  readonly name: string;
  readonly summary: string;
  readonly scope?: Scope;
  readonly pathSchema: Path;
  readonly querySchema: Query;
  readonly bodySchema?: Body;
  readonly replySchema?: Reply;
  readonly produces?: readonly string[];
  readonly status?: number;
  readonly leadsBrowsers?: boolean;
  readonly respond: (
    services: Services,
    input: RouteInput<z.infer<Path>, z.infer<Query>, z.infer<Body>>,
  ) => Promise<JsonReply<z.input<Reply>> | TextReply>;
}

/** Checks a route's parts against each other by type, and gives the defaults: scope read, JSON, status 200. */
export const route =
  <Services>() =>
  <
    Path extends z.ZodObject,
    Query extends z.ZodObject,
    Body extends z.ZodType = z.ZodUndefined,
    Reply extends z.ZodType = z.ZodUnknown,
  >(
    definition: RouteDefinition<Services, Path, Query, Body, Reply>,
  ): Route<Services> => ({
    scope: 'read',
    produces: ['application/json'],
    status: 200,
    ...definition,
    respond: definition.respond as Route<Services>['respond'],
  });
