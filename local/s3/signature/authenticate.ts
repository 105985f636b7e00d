import type { IncomingHttpHeaders } from 'node:http';
import { accessDenied, S3Error } from '../s3-error.ts';
import { type Credentials, type Scope, same, scopeText, sha256, sign, signingKey } from './signing-key.ts';
import { decodeUri, encodeUri, type Target } from './uri.ts';

export interface SignedRequest {
  readonly method: string;
  readonly target: Target;
  readonly headers: IncomingHttpHeaders;
}

/** What the signature says of the body, and what is needed to check the signatures of its chunks. */
export interface Authenticated {
  readonly presigned: boolean;
  /** Value of `x-amz-content-sha256`: a hash, `UNSIGNED-PAYLOAD` or one of the `STREAMING-` forms. */
  readonly payload: string;
  readonly key: Buffer;
  readonly scope: Scope;
  readonly timestamp: string;
  readonly signature: string;
}

/** Clocks may differ by so much: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html RequestTimeTooSkewed */
const SKEW = 15 * 60 * 1000;
/** Longest life of a presigned URL, in seconds. */
const LONGEST = 604_800;

interface Claimed {
  readonly accessKeyId: string;
  readonly scope: Scope;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly timestamp: string;
  readonly payload: string;
  readonly expiresIn?: number;
}

/** Signature version 2 went out of use in 2020. */
const otherVersion = (): S3Error =>
  new S3Error(
    'InvalidRequest',
    400,
    'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.',
  );

const malformed = (message: string): S3Error => new S3Error('AuthorizationHeaderMalformed', 400, message);

const parseCredential = (text: string): { accessKeyId: string; scope: Scope } => {
  const parts = text.split('/');
  const [date, region, service, end] = parts.slice(-4);
  if (parts.length < 5 || !date || !region || service !== 's3' || end !== 'aws4_request') {
    throw malformed('The credential must be <access key>/<date>/<region>/s3/aws4_request.');
  }
  return { accessKeyId: parts.slice(0, -4).join('/'), scope: { date, region, service } };
};

const fromHeader = ({ headers }: SignedRequest): Claimed => {
  const text = headers.authorization ?? '';
  if (!text.startsWith('AWS4-HMAC-SHA256 ')) {
    throw otherVersion();
  }
  const fields = new Map(
    text
      .slice('AWS4-HMAC-SHA256 '.length)
      .split(',')
      .map((field): [string, string] => {
        const [name = '', ...value] = field.trim().split('=');
        return [name, value.join('=')];
      }),
  );
  const payload = headers['x-amz-content-sha256'];
  if (typeof payload !== 'string') {
    throw new S3Error(
      'InvalidRequest',
      400,
      'Missing required header for this request: x-amz-content-sha256',
    );
  }
  const date = headers['x-amz-date'] ?? headers.date;
  return {
    ...parseCredential(fields.get('Credential') ?? ''),
    signedHeaders: (fields.get('SignedHeaders') ?? '').toLowerCase().split(';'),
    signature: fields.get('Signature') ?? '',
    timestamp: typeof date === 'string' ? date : '',
    payload,
  };
};

const fromQuery = ({ headers, target }: SignedRequest): Claimed => {
  const query = new Map(target.query);
  const expiresIn = Number(query.get('X-Amz-Expires'));
  if (query.get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256' || !(expiresIn >= 1 && expiresIn <= LONGEST)) {
    throw new S3Error(
      'AuthorizationQueryParametersError',
      400,
      'X-Amz-Algorithm or X-Amz-Expires is not valid.',
    );
  }
  const payload = headers['x-amz-content-sha256'] ?? query.get('X-Amz-Content-Sha256');
  return {
    ...parseCredential(query.get('X-Amz-Credential') ?? ''),
    signedHeaders: (query.get('X-Amz-SignedHeaders') ?? '').toLowerCase().split(';'),
    signature: query.get('X-Amz-Signature') ?? '',
    timestamp: query.get('X-Amz-Date') ?? '',
    payload: typeof payload === 'string' ? payload : 'UNSIGNED-PAYLOAD',
    expiresIn,
  };
};

/** `20250102T030405Z` to milliseconds. */
export const parseTimestamp = (text: string): number => {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!parts) throw accessDenied('AWS authentication requires a valid Date or x-amz-date header');
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
};

const canonicalRequest = (request: SignedRequest, claimed: Claimed): string => {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const query = request.target.query
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]): [string, string] => [encodeUri(name), encodeUri(value)])
    .sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const headers = claimed.signedHeaders.map((name) => {
    const value = request.headers[name];
    const text = Array.isArray(value) ? value.join(',') : (value ?? '');
    return `${name}:${text.trim().replace(/ +/g, ' ')}\n`;
  });
  const path = request.target.path
    .split('/')
    .map((segment) => encodeUri(decodeUri(segment)))
    .join('/');
  return [
    request.method,
    path,
    query,
    headers.join(''),
    claimed.signedHeaders.join(';'),
    claimed.payload,
  ].join('\n');
};

/**
 * Verifies signature version 4, in the header or in the query (a presigned URL).
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 *
 * @throws S3Error when the request is unsigned, expired or signed otherwise
 */
export const authenticate = (
  request: SignedRequest,
  credentials: Credentials,
  now: number,
): Authenticated => {
  const presigned = request.target.query.some(([name]) => name === 'X-Amz-Signature');
  if (request.target.query.some(([name]) => name === 'AWSAccessKeyId')) throw otherVersion();
  if (!presigned && request.headers.authorization === undefined) throw accessDenied('Access Denied');
  const claimed = presigned ? fromQuery(request) : fromHeader(request);

  if (!same(claimed.accessKeyId, credentials.accessKeyId)) {
    throw new S3Error(
      'InvalidAccessKeyId',
      403,
      'The access key Id you provided does not exist in our records.',
    );
  }
  const time = parseTimestamp(claimed.timestamp);
  if (claimed.expiresIn !== undefined) {
    if (now > time + claimed.expiresIn * 1000) throw accessDenied('Request has expired');
    if (time > now + SKEW) throw accessDenied('Request is not yet valid');
  } else if (Math.abs(now - time) > SKEW) {
    const message = 'The difference between the request time and the current time is too large.';
    throw new S3Error('RequestTimeTooSkewed', 403, message);
  }
  if (claimed.scope.date !== claimed.timestamp.slice(0, 8))
    throw malformed('The credential date is not that of the request.');
  const unsigned = Object.keys(request.headers).filter(
    (name) =>
      (name === 'host' || (name.startsWith('x-amz-') && name !== 'x-amz-content-sha256')) &&
      !claimed.signedHeaders.includes(name),
  );
  if (unsigned.length > 0) {
    throw accessDenied(
      `There were headers present in the request which were not signed: ${unsigned.join(', ')}`,
    );
  }

  const key = signingKey(credentials.secretAccessKey, claimed.scope);
  const text = [
    'AWS4-HMAC-SHA256',
    claimed.timestamp,
    scopeText(claimed.scope),
    sha256(canonicalRequest(request, claimed)),
  ].join('\n');
  if (!same(sign(key, text), claimed.signature)) {
    const message = 'The request signature we calculated does not match the signature you provided.';
    throw new S3Error('SignatureDoesNotMatch', 403, message);
  }
  const { payload, scope, timestamp, signature } = claimed;
  return { presigned, payload, key, scope, timestamp, signature };
};
