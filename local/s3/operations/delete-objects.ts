import { bodyOf } from '../../http/body-of.ts';
import { verifiedBody } from '../body/verified-body.ts';
import { writeCheck } from '../conditions.ts';
import { checkKey } from '../object-headers.ts';
import { answer, type Operation, type S3Call } from '../operation.ts';
import { notImplemented, S3Error } from '../s3-error.ts';
import { childText, parseXml, toXml, type XmlObject } from '../xml.ts';
import { DELETION } from './objects.ts';

/** A thousand keys of 1,024 bytes, escaped. */
const LIMIT = 8 * 1024 * 1024;
const MOST = 1000;

/** The body of a request that is a small document, verified like an upload. */
export const readDocument = async ({ request, headers, authenticated }: S3Call): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of verifiedBody(bodyOf(request), headers, authenticated, LIMIT).bytes)
    parts.push(part);
  return Buffer.concat(parts).toString('utf8');
};

const deleteObjects = async (call: S3Call): Promise<void> => {
  const { store, response, bucket } = call;
  const document = parseXml(await readDocument(call));
  const objects = document.children.filter(({ name }) => name === 'Object');
  if (objects.length === 0 || objects.length > MOST) {
    throw new S3Error('MalformedXML', 400, `Between 1 and ${MOST} objects can be deleted at once.`);
  }
  const quiet = childText(document, 'Quiet') === 'true';
  const deleted: XmlObject[] = [];
  const failed: XmlObject[] = [];
  for (const object of objects) {
    const key = childText(object, 'Key') ?? '';
    const versionId = childText(object, 'VersionId');
    const etag = childText(object, 'ETag');
    try {
      checkKey(key);
      if (etag !== undefined && versionId !== undefined) throw notImplemented('an ETag beside a VersionId');
      if (versionId !== undefined) {
        await store.removeVersion(bucket, key, versionId);
        deleted.push({ Key: key, VersionId: versionId });
      } else {
        const check = writeCheck({ 'if-match': etag });
        const marker = await store.index.add(bucket, key, DELETION, undefined, check);
        deleted.push({ Key: key, DeleteMarker: true, DeleteMarkerVersionId: marker.versionId });
      }
    } catch (error) {
      if (!(error instanceof S3Error)) throw error;
      failed.push({ Key: key, VersionId: versionId, Code: error.code, Message: error.message });
    }
  }
  answer(response, toXml('DeleteResult', { Deleted: quiet ? undefined : deleted, Error: failed }));
};

export const deleteOperations: readonly Operation[] = [
  { name: 'DeleteObjects', method: 'POST', on: 'bucket', needs: ['delete'], run: deleteObjects },
];
