import { decodeAwsChunked } from '../../../local/s3/body/aws-chunked.ts';
import { authenticate } from '../../../local/s3/signature/authenticate.ts';
import { parseTarget } from '../../../local/s3/signature/uri.ts';

// The worked examples of the S3 documentation ("Authenticating Requests (AWS Signature Version 4)").
const CREDENTIALS = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const NOW = Date.UTC(2013, 4, 24);
const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const SCOPE = 'Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request';

const getRequest = (overrides: Record<string, string> = {}) => ({
  method: 'GET',
  target: parseTarget('/test.txt'),
  headers: {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': EMPTY,
    'x-amz-date': '20130524T000000Z',
    authorization:
      `AWS4-HMAC-SHA256 ${SCOPE},SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,` +
      'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ...overrides,
  },
});

const PRESIGNED =
  '/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request' +
  '&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host' +
  '&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404';
const presigned = (url = PRESIGNED) => ({
  method: 'GET',
  target: parseTarget(url),
  headers: { host: 'examplebucket.s3.amazonaws.com' },
});

describe('a signature in the header', () => {
  test('is taken when it is that of the documentation', () => {
    expect(authenticate(getRequest(), CREDENTIALS, NOW)).toMatchObject({ presigned: false, payload: EMPTY });
  });

  test('is refused when anything signed was changed', () => {
    for (const changed of [{ range: 'bytes=0-10' }, { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }]) {
      expect(() => authenticate(getRequest(changed), CREDENTIALS, NOW)).toThrow(/signature/);
    }
    const elsewhere = { ...getRequest(), target: parseTarget('/test2.txt') };
    expect(() => authenticate(elsewhere, CREDENTIALS, NOW)).toThrow(/signature/);
  });

  test('is refused sixteen minutes later', () => {
    expect(() => authenticate(getRequest(), CREDENTIALS, NOW + 16 * 60_000)).toThrow(/too large/);
  });

  test('must cover every x-amz header', () => {
    expect(() => authenticate(getRequest({ 'x-amz-meta-a': 'b' }), CREDENTIALS, NOW)).toThrow(/not signed/);
  });

  test('of another key is refused', () => {
    const others = { ...CREDENTIALS, accessKeyId: 'AKIAIOSFODNN7OTHERS0' };
    expect(() => authenticate(getRequest(), others, NOW)).toThrow(/access key/);
  });

  test('is asked for', () => {
    const { authorization: _, ...headers } = getRequest().headers;
    expect(() => authenticate({ ...getRequest(), headers }, CREDENTIALS, NOW)).toThrow('Access Denied');
  });
});

describe('a presigned URL', () => {
  test('is taken when it is that of the documentation', () => {
    expect(authenticate(presigned(), CREDENTIALS, NOW + 86_400_000)).toMatchObject({
      presigned: true,
      payload: 'UNSIGNED-PAYLOAD',
    });
  });

  test('expires', () => {
    expect(() => authenticate(presigned(), CREDENTIALS, NOW + 86_401_000)).toThrow(/expired/);
  });

  test('does not live longer by a changed query', () => {
    const longer = PRESIGNED.replace('86400', '90000');
    expect(() => authenticate(presigned(longer), CREDENTIALS, NOW)).toThrow(/signature/);
  });
});

describe('a body in signed chunks', () => {
  const authenticated = authenticate(
    {
      method: 'PUT',
      target: parseTarget('/examplebucket/chunkObject.txt'),
      headers: {
        host: 's3.amazonaws.com',
        'x-amz-date': '20130524T000000Z',
        'x-amz-storage-class': 'REDUCED_REDUNDANCY',
        'content-encoding': 'aws-chunked',
        'x-amz-decoded-content-length': '66560',
        'content-length': '66824',
        'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
        authorization:
          `AWS4-HMAC-SHA256 ${SCOPE},` +
          'SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class,' +
          'Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
      },
    },
    CREDENTIALS,
    NOW,
  );
  const SIGNATURES = [
    'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648',
    '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497',
    'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9',
  ];
  const framed = (chunks: readonly string[]): Buffer =>
    Buffer.from(
      chunks
        .map(
          (chunk, index) =>
            `${chunk.length.toString(16)};chunk-signature=${SIGNATURES[index]}\r\n${chunk}\r\n`,
        )
        .join(''),
    );
  const decode = async (body: Buffer, step: number): Promise<string> => {
    async function* source() {
      for (let at = 0; at < body.length; at += step) yield body.subarray(at, at + step);
    }
    const parts: Buffer[] = [];
    for await (const part of decodeAwsChunked(source(), authenticated, new Map())) parts.push(part);
    return Buffer.concat(parts).toString();
  };
  const whole = framed(['a'.repeat(65_536), 'a'.repeat(1024), '']);

  test('gives the bytes of the documentation, however it is cut', async () => {
    for (const step of [7, 1000, 65_536, whole.length]) {
      expect(await decode(whole, step)).toBe('a'.repeat(66_560));
    }
  });

  test('is refused when a chunk was changed', async () => {
    const changed = Buffer.from(whole);
    changed[70_000 - 4000] = 'b'.charCodeAt(0);
    await expect(decode(changed, 4096)).rejects.toThrow(/chunk signature/);
  });

  test('is refused when it ends early', async () => {
    await expect(decode(whole.subarray(0, 66_000), 4096)).rejects.toThrow(/terminated/);
  });
});
