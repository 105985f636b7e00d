import { S3Error } from '../s3-error.ts';

/** Encodes as signature version 4 asks: everything but the unreserved characters of RFC 3986. */
export const encodeUri = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** @throws S3Error InvalidURI */
export const decodeUri = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error('InvalidURI', 400, "Couldn't parse the specified URI.");
  }
};

export interface Target {
  /** As sent, without the query. */
  readonly path: string;
  /** Decoded pairs in the order sent; `+` stands for a space. */
  readonly query: readonly (readonly [string, string])[];
}

/** Splits a request target. @throws S3Error InvalidURI */
export const parseTarget = (url: string): Target => {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = (mark < 0 ? '' : url.slice(mark + 1))
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair): [string, string] => {
      const [name = '', ...value] = pair.replaceAll('+', ' ').split('=');
      return [decodeUri(name), decodeUri(value.join('='))];
    });
  return { path, query };
};
