import { answer, type Operation } from '../operation.ts';
import { notImplemented, S3Error } from '../s3-error.ts';
import { toXml } from '../xml.ts';

export const bucketOperations: readonly Operation[] = [
  {
    name: 'ListBuckets',
    method: 'GET',
    on: 'service',
    allows: ['max-buckets', 'prefix', 'bucket-region'],
    async run({ store, response, query }) {
      const buckets = (await store.index.buckets())
        .filter(({ name }) => name.startsWith(query.get('prefix') ?? ''))
        .map(({ name, created }) => ({ Name: name, CreationDate: created }));
      answer(
        response,
        toXml('ListAllMyBucketsResult', {
          Owner: { ID: 'local', DisplayName: 'local' },
          Buckets: { Bucket: buckets },
        }),
      );
    },
  },
  {
    name: 'HeadBucket',
    method: 'HEAD',
    on: 'bucket',
    async run({ response }) {
      response.writeHead(200, { 'Content-Length': 0 }).end();
    },
  },
  {
    name: 'CreateBucket',
    method: 'PUT',
    on: 'bucket',
    /** Clients ask for it before every copy; buckets come from the template alone. */
    async run({ store, bucket }) {
      if (await store.index.bucket(bucket)) {
        const message = 'Your previous request to create the named bucket succeeded and you already own it.';
        throw new S3Error('BucketAlreadyOwnedByYou', 409, message);
      }
      throw notImplemented('CreateBucket');
    },
  },
  {
    name: 'GetBucketLocation',
    method: 'GET',
    on: 'bucket',
    needs: ['location'],
    /** An empty constraint means us-east-1. */
    async run({ response }) {
      answer(response, toXml('LocationConstraint', {}));
    },
  },
  {
    name: 'GetBucketVersioning',
    method: 'GET',
    on: 'bucket',
    needs: ['versioning'],
    async run({ response }) {
      answer(response, toXml('VersioningConfiguration', { Status: 'Enabled' }));
    },
  },
];
