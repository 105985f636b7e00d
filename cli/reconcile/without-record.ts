import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { objectId, versionOf } from '../../shared/records/identity.ts';
import type { ObjectVersion } from '../../shared/records/object-version.ts';
import { objectKey } from '../../shared/records/table-keys.ts';

/** The newest version of an object in the bucket. */
export type StoredObject = ObjectVersion;

/** Keys that DynamoDB answers in one call. */
const BATCH = 100;

/** Newest versions below the prefix, a page at a time; deleted objects and markers of folders are left out. */
async function* storedObjects(
  client: S3Client,
  bucket: string,
  prefix: string,
): AsyncGenerator<StoredObject[]> {
  let page: ListObjectVersionsCommandOutput | undefined;
  do {
    page = await client.send(
      new ListObjectVersionsCommand({
        Bucket: bucket,
        ...(prefix && { Prefix: prefix }),
        ...(page && { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }),
      }),
    );
    yield (page.Versions ?? []).flatMap(
      ({ Key: key, VersionId: versionId, ETag, Size: size = 0, LastModified, IsLatest }) => {
        if (!IsLatest || !key || !versionId || !LastModified || key.endsWith('/')) return [];
        const eTag = ETag?.replaceAll('"', '');
        return [
          { bucket, key, versionId, ...(eTag && { eTag }), size, uploadedAt: LastModified.toISOString() },
        ];
      },
    );
  } while (page.IsTruncated);
}

/** What the table knows of an object: the version last worked on, and when that was uploaded. */
interface Known {
  readonly version: string | undefined;
  readonly uploadedAt: string | undefined;
}

const knownObjects = async (
  client: DynamoDBClient,
  table: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Known>> => {
  const found = new Map<string, Known>();
  let keys = ids.map((id) => {
    const { pk, sk } = objectKey(id);
    return { pk: { S: pk }, sk: { S: sk } };
  });
  while (keys.length > 0) {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetItemCommand({
        RequestItems: {
          [table]: {
            Keys: keys,
            ProjectionExpression: 'pk, version, #object.uploadedAt',
            ExpressionAttributeNames: { '#object': 'object' },
            ConsistentRead: true,
          },
        },
      }),
    );
    for (const { pk, version, object } of Responses?.[table] ?? []) {
      const known = { version: version?.S, uploadedAt: object?.M?.uploadedAt?.S };
      if (pk?.S) found.set(pk.S.slice('object#'.length), known);
    }
    keys = (UnprocessedKeys?.[table]?.Keys ?? []) as typeof keys;
  }
  return found;
};

/**
 * The bucket says that this version is the newest, so it was uploaded after the one that is known, although the
 * bucket's times are in whole seconds: else it would never displace that one.
 */
const after = (object: StoredObject, known: Known | undefined): StoredObject => {
  const last = known?.uploadedAt;
  if (last === undefined || object.uploadedAt > last) return object;
  return { ...object, uploadedAt: new Date(Date.parse(last) + 1).toISOString() };
};

export interface Reconciled {
  readonly seen: number;
  readonly without: readonly StoredObject[];
}

/**
 * Compares the bucket with the table, a page of objects at a time: what has no record of its newest version was
 * never worked on, or its message was lost. Memory does not grow with their number.
 */
export async function* withoutRecord(
  clients: { readonly s3: S3Client; readonly dynamodb: DynamoDBClient },
  { bucket, table, prefix }: { readonly bucket: string; readonly table: string; readonly prefix: string },
): AsyncGenerator<Reconciled> {
  for await (const page of storedObjects(clients.s3, bucket, prefix)) {
    for (let start = 0; start < page.length; start += BATCH) {
      const objects = page.slice(start, start + BATCH);
      const known = await knownObjects(clients.dynamodb, table, objects.map(objectId));
      const without = objects
        .filter((object) => known.get(objectId(object))?.version !== versionOf(object))
        .map((object) => after(object, known.get(objectId(object))));
      yield { seen: objects.length, without };
    }
  }
}
