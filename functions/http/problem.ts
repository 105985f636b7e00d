/**
 * Every problem the API answers with, as RFC 9457 documents: "The 'type' member is a JSON string containing a URI
 * reference that identifies the problem type." The list is closed.
 */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'invalid-cursor': { status: 400, title: 'The cursor was not issued for this list' },
  unauthenticated: { status: 401, title: 'The request carries no valid credentials' },
  forbidden: { status: 403, title: 'The credentials do not allow this' },
  'not-found': { status: 404, title: 'There is no such resource' },
  'method-not-allowed': { status: 405, title: 'The resource does not know this method' },
  'not-acceptable': { status: 406, title: 'The resource has no such representation' },
  conflict: { status: 409, title: 'The resource changed in between' },
  'payload-too-large': { status: 413, title: 'The request body is too large' },
  'unsupported-media-type': { status: 415, title: 'The request body has no supported type' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'The request could not be served' },
  unavailable: { status: 503, title: 'The service is overloaded; try again' },
} as const;

export type ProblemType = keyof typeof PROBLEMS;

/** One fault of a request: where it is and what is wrong. */
export interface ProblemError {
  readonly at: string;
  readonly detail: string;
}

/** Ends a request with a problem document. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly type: ProblemType;
  readonly errors: readonly ProblemError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    type: ProblemType,
    detail: string,
    errors: readonly ProblemError[] = [],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    this.type = type;
    this.errors = errors;
    this.headers = headers;
  }
}

/** The document itself; `instance` is the path asked for. */
export const problemDocument = ({ type, message, errors }: Problem, instance: string) => ({
  type: `urn:gouji:problem:${type}`,
  title: PROBLEMS[type].title,
  status: PROBLEMS[type].status,
  detail: message,
  instance,
  ...(errors.length > 0 && { errors }),
});
