import type { From } from '../object-index.ts';
import type { ObjectVersion } from '../object-version.ts';
import { answer, type Operation, type S3Call } from '../operation.ts';
import { invalidArgument } from '../s3-error.ts';
import { toXml, type XmlObject } from '../xml.ts';
import { type ListRequest, listRequest, takePage } from './listing.ts';

/** Behind one version, or behind all versions of a key, or behind a common prefix. */
const start = (query: ReadonlyMap<string, string>, { delimiter }: ListRequest): From => {
  const key = query.get('key-marker');
  const version = query.get('version-id-marker');
  if (version !== undefined && key === undefined) {
    throw invalidArgument('A version-id marker cannot be specified without a key marker.');
  }
  if (key === undefined || key === '') return {};
  if (version) return { after: `${key}\0${version}` };
  return delimiter !== '' && key.endsWith(delimiter) ? { past: key } : { after: `${key}\x01` };
};

const entry = (version: ObjectVersion, isLatest: boolean, { encode }: ListRequest): XmlObject => ({
  Key: encode(version.key),
  VersionId: version.versionId,
  IsLatest: isLatest,
  LastModified: version.lastModified,
  ...(version.content && {
    ETag: `"${version.content.etag}"`,
    Size: version.content.size,
    StorageClass: 'STANDARD',
  }),
});

const listObjectVersions = async (call: S3Call): Promise<void> => {
  const { store, response, query, bucket } = call;
  const request = listRequest(query);
  const page = await takePage(store.index.versions(bucket, request.prefix, start(query, request)), request);
  // The first entry of a page may go on with a key of the page before.
  const first = page.entries[0];
  const newest = first && (await store.index.newest(bucket, first.key));
  const latest = (version: ObjectVersion, index: number): boolean =>
    index === 0 ? version.versionId === newest?.versionId : version.key !== page.entries[index - 1]?.key;
  const entries = page.entries.map((version, index) => ({
    kind: version.content ? 'Version' : 'DeleteMarker',
    xml: entry(version, latest(version, index), request),
  }));
  const of = (kind: string): XmlObject[] =>
    entries.filter((each) => each.kind === kind).map(({ xml }) => xml);
  const { next } = page;
  answer(
    response,
    toXml('ListVersionsResult', {
      Name: bucket,
      Prefix: request.encode(request.prefix),
      Delimiter: request.delimiter === '' ? undefined : request.encode(request.delimiter),
      KeyMarker: request.encode(query.get('key-marker') ?? ''),
      VersionIdMarker: query.get('version-id-marker') ?? '',
      MaxKeys: request.maxKeys,
      EncodingType: request.encodingType,
      IsTruncated: next !== undefined,
      NextKeyMarker: next && request.encode('entry' in next ? next.entry.key : next.commonPrefix),
      NextVersionIdMarker: next && 'entry' in next ? next.entry.versionId : undefined,
      Version: of('Version'),
      DeleteMarker: of('DeleteMarker'),
      CommonPrefixes: page.commonPrefixes.map((prefix) => ({ Prefix: request.encode(prefix) })),
    }),
  );
};

export const versionOperations: readonly Operation[] = [
  {
    name: 'ListObjectVersions',
    method: 'GET',
    on: 'bucket',
    needs: ['versions'],
    allows: ['prefix', 'delimiter', 'max-keys', 'encoding-type', 'key-marker', 'version-id-marker'],
    run: listObjectVersions,
  },
];
