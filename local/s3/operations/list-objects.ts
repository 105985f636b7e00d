import type { From } from '../object-index.ts';
import type { StoredObject } from '../object-version.ts';
import { answer, type Operation, type S3Call } from '../operation.ts';
import { toXml, type XmlObject } from '../xml.ts';
import { decodeToken, encodeToken, type ListRequest, listRequest, type Page, takePage } from './listing.ts';

const contents = (page: Page<StoredObject>, { encode }: ListRequest): XmlObject => ({
  Contents: page.entries.map(({ key, lastModified, content }) => ({
    Key: encode(key),
    LastModified: lastModified,
    ETag: `"${content.etag}"`,
    Size: content.size,
    StorageClass: 'STANDARD',
  })),
  CommonPrefixes: page.commonPrefixes.map((prefix) => ({ Prefix: encode(prefix) })),
});

const common = ({ bucket }: S3Call, request: ListRequest): XmlObject => ({
  Name: bucket,
  Prefix: request.encode(request.prefix),
  Delimiter: request.delimiter === '' ? undefined : request.encode(request.delimiter),
  MaxKeys: request.maxKeys,
  EncodingType: request.encodingType,
});

const listObjectsV2 = async (call: S3Call): Promise<void> => {
  const { store, response, query, bucket } = call;
  const request = listRequest(query);
  const token = query.get('continuation-token');
  const startAfter = query.get('start-after');
  const from =
    token !== undefined ? decodeToken(token) : startAfter !== undefined ? { after: startAfter } : {};
  const page = await takePage(store.index.objects(bucket, request.prefix, from), request);
  const { next } = page;
  const nextFrom: From | undefined =
    next && ('entry' in next ? { after: next.entry.key } : { past: next.commonPrefix });
  answer(
    response,
    toXml('ListBucketResult', {
      ...common(call, request),
      KeyCount: page.entries.length + page.commonPrefixes.length,
      IsTruncated: next !== undefined,
      ContinuationToken: token,
      StartAfter: startAfter === undefined ? undefined : request.encode(startAfter),
      NextContinuationToken: nextFrom && encodeToken(nextFrom),
      ...contents(page, request),
    }),
  );
};

/** A marker that ends with the delimiter was a common prefix: what it stands for has been listed. */
const fromMarker = (marker: string, { delimiter }: ListRequest): From =>
  delimiter !== '' && marker.endsWith(delimiter) ? { past: marker } : { after: marker };

const listObjects = async (call: S3Call): Promise<void> => {
  const { store, response, query, bucket } = call;
  const request = listRequest(query);
  const marker = query.get('marker') ?? '';
  const page = await takePage(
    store.index.objects(bucket, request.prefix, fromMarker(marker, request)),
    request,
  );
  const { next } = page;
  const nextMarker = next && ('entry' in next ? next.entry.key : next.commonPrefix);
  answer(
    response,
    toXml('ListBucketResult', {
      ...common(call, request),
      Marker: request.encode(marker),
      IsTruncated: next !== undefined,
      NextMarker: nextMarker === undefined ? undefined : request.encode(nextMarker),
      ...contents(page, request),
    }),
  );
};

const LISTING = ['prefix', 'delimiter', 'max-keys', 'encoding-type'];

export const listOperations: readonly Operation[] = [
  {
    name: 'ListObjectsV2',
    method: 'GET',
    on: 'bucket',
    needs: ['list-type'],
    allows: [...LISTING, 'continuation-token', 'start-after', 'fetch-owner'],
    run: listObjectsV2,
  },
  { name: 'ListObjects', method: 'GET', on: 'bucket', allows: [...LISTING, 'marker'], run: listObjects },
];
