import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { CREDENTIALS } from './table.ts';
import { bodyText, wire } from './wire.ts';

const notFound = (code: string) => ({
  statusCode: 404,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>gone</Message></Error>`,
});

/** Object storage at the wire: objects by `bucket/key` or `bucket/key?version`. */
export const memoryBuckets = (fault: (call: string) => void = () => {}) => {
  const objects = new Map<string, Uint8Array | string>();
  const calls: string[] = [];
  const config: S3ClientConfig = {
    region: 'cn-north-1',
    credentials: CREDENTIALS,
    forcePathStyle: true,
    maxAttempts: 1,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    requestHandler: wire((request) => {
      const path = decodeURIComponent(request.path.slice(1));
      const version = request.query.versionId;
      const name = typeof version === 'string' ? `${path}?${version}` : path;
      calls.push(`${request.method} ${name}`);
      fault(`s3 ${request.method}`);
      if (request.method === 'PUT') {
        objects.set(name, bodyText(request));
        fault(`s3 ${request.method} after`);
        return { statusCode: 200 };
      }
      const body = objects.get(name);
      if (body === undefined) return notFound(version ? 'NoSuchVersion' : 'NoSuchKey');
      return { statusCode: 200, body };
    }),
  };
  return { objects, calls, config };
};
