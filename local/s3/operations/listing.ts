import type { From, Skip } from '../object-index.ts';
import { invalidArgument } from '../s3-error.ts';
import { encodeUri } from '../signature/uri.ts';

const MOST = 1000;

/** What all list operations ask for. */
export interface ListRequest {
  readonly prefix: string;
  readonly delimiter: string;
  readonly maxKeys: number;
  /** Keys can hold characters that XML cannot; clients then ask for them encoded. */
  readonly encode: (text: string) => string;
  readonly encodingType?: string;
}

/** @param limitName the parameter that bounds the page */
export const listRequest = (query: ReadonlyMap<string, string>, limitName = 'max-keys'): ListRequest => {
  const limit = query.get(limitName);
  if (limit !== undefined && !/^\d+$/.test(limit)) throw invalidArgument(`${limitName} must be a number.`);
  const encodingType = query.get('encoding-type');
  if (encodingType !== undefined && encodingType !== 'url') throw invalidArgument('Invalid Encoding Method');
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    maxKeys: Math.min(limit === undefined ? MOST : Number(limit), MOST),
    encode: encodingType === 'url' ? (text) => encodeUri(text).replaceAll('%2F', '/') : (text) => text,
    ...(encodingType !== undefined && { encodingType }),
  };
};

export interface Page<T> {
  readonly entries: readonly T[];
  readonly commonPrefixes: readonly string[];
  /** The last entry or common prefix of a page that has more behind it. */
  readonly next?: { readonly entry: T } | { readonly commonPrefix: string };
}

/** Takes one page from a walk, keys with a common prefix up to the delimiter rolled up. */
export const takePage = async <T extends { readonly key: string }>(
  walk: AsyncGenerator<T, void, Skip>,
  { prefix, delimiter, maxKeys }: ListRequest,
): Promise<Page<T>> => {
  const entries: T[] = [];
  const commonPrefixes: string[] = [];
  if (maxKeys === 0) return { entries, commonPrefixes };
  let last: { entry: T } | { commonPrefix: string } | undefined;
  let skip: Skip;
  try {
    for (;;) {
      const { value, done } = await walk.next(skip);
      if (done) return { entries, commonPrefixes };
      if (entries.length + commonPrefixes.length === maxKeys && last) {
        return { entries, commonPrefixes, next: last };
      }
      const end = delimiter === '' ? -1 : value.key.indexOf(delimiter, prefix.length);
      skip = end < 0 ? undefined : value.key.slice(0, end + delimiter.length);
      if (skip === undefined) entries.push(value);
      else commonPrefixes.push(skip);
      last = skip === undefined ? { entry: value } : { commonPrefix: skip };
    }
  } finally {
    await walk.return();
  }
};

/** A place to go on from, as an opaque token. */
export const encodeToken = (from: From): string => Buffer.from(JSON.stringify(from)).toString('base64url');

/** @throws S3Error for a token that this endpoint did not give */
export const decodeToken = (token: string): From => {
  try {
    const from: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (typeof from === 'object' && from !== null) {
      if ('after' in from && typeof from.after === 'string') return { after: from.after };
      if ('past' in from && typeof from.past === 'string') return { past: from.past };
    }
  } catch {
    // Answered below.
  }
  throw invalidArgument('The continuation token provided is incorrect');
};
