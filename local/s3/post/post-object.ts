import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkKey, objectAttributes } from '../object-headers.ts';
import type { ObjectStore } from '../object-store.ts';
import { answer } from '../operation.ts';
import { accessDenied, S3Error } from '../s3-error.ts';
import { type Credentials, same, sign, signingKey } from '../signature/signing-key.ts';
import { toXml } from '../xml.ts';
import { readForm } from './form.ts';
import { checkPolicy, type Policy, parsePolicy } from './policy.ts';

const authenticatePolicy = (fields: ReadonlyMap<string, string>, credentials: Credentials): string => {
  const policy = fields.get('policy');
  if (policy === undefined) throw accessDenied('Access Denied');
  const [accessKeyId = '', date = '', region = '', service = '', end] = (
    fields.get('x-amz-credential') ?? ''
  ).split('/');
  if (fields.get('x-amz-algorithm') !== 'AWS4-HMAC-SHA256' || service !== 's3' || end !== 'aws4_request') {
    throw new S3Error('InvalidArgument', 400, 'The form must be signed with AWS4-HMAC-SHA256.');
  }
  if (!same(accessKeyId, credentials.accessKeyId)) {
    throw new S3Error(
      'InvalidAccessKeyId',
      403,
      'The access key Id you provided does not exist in our records.',
    );
  }
  const key = signingKey(credentials.secretAccessKey, { date, region, service });
  if (!same(sign(key, policy), fields.get('x-amz-signature') ?? '')) {
    const message = 'The request signature we calculated does not match the signature you provided.';
    throw new S3Error('SignatureDoesNotMatch', 403, message);
  }
  return policy;
};

async function* bounded(
  file: AsyncIterable<Buffer>,
  { length }: Policy,
  limit: number,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const part of file) {
    bytes += part.length;
    if (bytes > Math.min(length.most, limit)) {
      throw new S3Error('EntityTooLarge', 400, 'Your proposed upload exceeds the maximum allowed size');
    }
    yield part;
  }
  if (bytes < length.least) {
    throw new S3Error('EntityTooSmall', 400, 'Your proposed upload is smaller than the minimum allowed size');
  }
}

/**
 * Upload from a browser's form, allowed by a signed policy.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html
 */
export const postObject = async (
  store: ObjectStore,
  request: IncomingMessage,
  response: ServerResponse,
  bucket: string,
  credentials: Credentials,
): Promise<void> => {
  const { fields, filename, file } = await readForm(request);
  const form = new Map(fields).set('bucket', bucket);
  const policy = parsePolicy(authenticatePolicy(form, credentials));
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder of the S3 protocol
  const key = (form.get('key') ?? '').replaceAll('${filename}', filename);
  checkPolicy(policy, form.set('key', key), Date.now());
  checkKey(key);

  const attributes = objectAttributes(Object.fromEntries(form));
  const blob = await store.blobs.write(bounded(file, policy, store.maxObjectBytes));
  const content = { ...attributes, blob: blob.name, size: blob.size, etag: blob.md5 };
  const version = await store.add(bucket, key, 'ObjectCreated:Post', content);

  const location = `http://${request.headers.host}/${bucket}/${encodeURIComponent(key)}`;
  response.setHeader('ETag', `"${blob.md5}"`);
  response.setHeader('x-amz-version-id', version.versionId);
  response.setHeader('Location', location);
  const redirect = form.get('success_action_redirect');
  if (redirect) response.writeHead(303, { Location: redirect }).end();
  else if (form.get('success_action_status') === '201') {
    const document = { Location: location, Bucket: bucket, Key: key, ETag: `"${blob.md5}"` };
    answer(response, toXml('PostResponse', document), 201);
  } else response.writeHead(form.get('success_action_status') === '200' ? 200 : 204).end();
};
