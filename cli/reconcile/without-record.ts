import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { objectId, versionOf } from '../../shared/records/identity.ts';
import { objectKey } from '../../shared/records/table-keys.ts';

/** The newest version of an object in the bucket. */
export interface StoredObject {
  readonly key: string;
  readonly versionId: string;
  readonly eTag: string;
  readonly size: number;
  readonly lastModified: Date;
}

/** Keys that DynamoDB answers in one call. */
const BATCH = 100;

/** Newest versions below the prefix, a page at a time; deleted objects are left out. */
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
    yield (page.Versions ?? []).flatMap(({ Key, VersionId, ETag, Size = 0, LastModified, IsLatest }) =>
      IsLatest && Key && VersionId && LastModified && !Key.endsWith('/')
        ? [
            {
              key: Key,
              versionId: VersionId,
              eTag: (ETag ?? '').replaceAll('"', ''),
              size: Size,
              lastModified: LastModified,
            },
          ]
        : [],
    );
  } while (page.IsTruncated);
}

/** The versions that the table knows to have been worked on, by the object's id. */
const recordedVersions = async (
  client: DynamoDBClient,
  table: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | undefined>> => {
  const found = new Map<string, string | undefined>();
  let keys = ids.map((id) => {
    const { pk, sk } = objectKey(id);
    return { pk: { S: pk }, sk: { S: sk } };
  });
  while (keys.length > 0) {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetItemCommand({
        RequestItems: { [table]: { Keys: keys, ProjectionExpression: 'pk, version', ConsistentRead: true } },
      }),
    );
    for (const { pk, version } of Responses?.[table] ?? []) {
      if (pk?.S) found.set(pk.S.slice('object#'.length), version?.S);
    }
    keys = (UnprocessedKeys?.[table]?.Keys ?? []) as typeof keys;
  }
  return found;
};

export interface Reconciled {
  readonly seen: number;
  readonly without: readonly StoredObject[];
}

/**
 * Compares the bucket with the table, a page of objects at a time: what has no record of its newest version was
 * never worked on, or its message was lost.
 */
export async function* withoutRecord(
  clients: { readonly s3: S3Client; readonly dynamodb: DynamoDBClient },
  { bucket, table, prefix }: { readonly bucket: string; readonly table: string; readonly prefix: string },
): AsyncGenerator<Reconciled> {
  for await (const page of storedObjects(clients.s3, bucket, prefix)) {
    for (let start = 0; start < page.length; start += BATCH) {
      const objects = page.slice(start, start + BATCH);
      const idOf = ({ key }: StoredObject) => objectId({ bucket, key });
      const recorded = await recordedVersions(clients.dynamodb, table, objects.map(idOf));
      const without = objects.filter(
        (object) =>
          recorded.get(idOf(object)) !==
          versionOf({ bucket, uploadedAt: object.lastModified.toISOString(), ...object }),
      );
      yield { seen: objects.length, without };
    }
  }
}
