import { bodyOf } from '../../http/body-of.ts';
import { verifiedBody } from '../body/verified-body.ts';
import { writeCheck } from '../conditions.ts';
import { LAST_PART_NUMBER, type Upload } from '../multipart-uploads.ts';
import { checkKey, objectAttributes } from '../object-headers.ts';
import { answer, type Operation, type S3Call } from '../operation.ts';
import { invalidArgument } from '../s3-error.ts';
import { childText, parseXml, toXml } from '../xml.ts';
import { readDocument } from './delete-objects.ts';

/** The upload that a request names. @throws S3Error NoSuchUpload */
export const findUpload = ({ store, query, bucket, key }: S3Call): Promise<Upload> =>
  store.uploads.find(bucket, key, query.get('uploadId') ?? '');

/** @throws S3Error InvalidArgument */
export const partNumber = ({ query }: S3Call): number => {
  const number = Number(query.get('partNumber'));
  if (Number.isInteger(number) && number >= 1 && number <= LAST_PART_NUMBER) return number;
  throw invalidArgument(`Part number must be an integer between 1 and ${LAST_PART_NUMBER}, inclusive`);
};

const createUpload = async ({ store, response, headers, bucket, key }: S3Call): Promise<void> => {
  checkKey(key);
  const { id } = await store.uploads.create(bucket, key, objectAttributes(headers));
  answer(response, toXml('InitiateMultipartUploadResult', { Bucket: bucket, Key: key, UploadId: id }));
};

const uploadPart = async (call: S3Call): Promise<void> => {
  const { store, request, response, headers, authenticated } = call;
  const number = partNumber(call);
  const upload = await findUpload(call);
  const body = verifiedBody(bodyOf(request), headers, authenticated, store.maxObjectBytes);
  const part = await store.uploads.addPart(upload, number, body.bytes);
  const checksum = body.checksum();
  response.writeHead(200, {
    ETag: `"${part.etag}"`,
    ...(checksum && { [checksum.header]: checksum.value }),
    'Content-Length': 0,
  });
  response.end();
};

const completeUpload = async (call: S3Call): Promise<void> => {
  const { store, request, response, headers, bucket, key } = call;
  const upload = await findUpload(call);
  const named = parseXml(await readDocument(call))
    .children.filter(({ name }) => name === 'Part')
    .map((part) => ({
      number: Number(childText(part, 'PartNumber')),
      etag: (childText(part, 'ETag') ?? '').replaceAll('"', ''),
    }));
  const { blob, etag } = await store.uploads.join(upload, named);
  const content = { ...upload.attributes, blob: blob.name, size: blob.size, etag };
  const event = 'ObjectCreated:CompleteMultipartUpload';
  const version = await store.add(bucket, key, event, content, writeCheck(headers));
  await store.uploads.discard(upload);
  response.setHeader('x-amz-version-id', version.versionId);
  const location = `http://${request.headers.host}/${bucket}/${encodeURIComponent(key)}`;
  answer(
    response,
    toXml('CompleteMultipartUploadResult', {
      Location: location,
      Bucket: bucket,
      Key: key,
      ETag: `"${etag}"`,
    }),
  );
};

const abortUpload = async (call: S3Call): Promise<void> => {
  const { store, response } = call;
  await store.uploads.discard(await findUpload(call));
  response.writeHead(204).end();
};

const listParts = async (call: S3Call): Promise<void> => {
  const { store, response, query, bucket, key } = call;
  const upload = await findUpload(call);
  const marker = Number(query.get('part-number-marker') ?? 0);
  const most = Math.min(Number(query.get('max-parts') ?? 1000), 1000);
  const parts = (await store.uploads.parts(upload)).filter(({ number }) => number > marker);
  const page = parts.slice(0, most);
  answer(
    response,
    toXml('ListPartsResult', {
      Bucket: bucket,
      Key: key,
      UploadId: upload.id,
      PartNumberMarker: marker,
      NextPartNumberMarker: page.at(-1)?.number ?? 0,
      MaxParts: most,
      IsTruncated: parts.length > page.length,
      StorageClass: 'STANDARD',
      Part: page.map(({ number, lastModified, etag, size }) => ({
        PartNumber: number,
        LastModified: lastModified,
        ETag: `"${etag}"`,
        Size: size,
      })),
    }),
  );
};

const listUploads = async ({ store, response, query, bucket }: S3Call): Promise<void> => {
  const prefix = query.get('prefix') ?? '';
  answer(
    response,
    toXml('ListMultipartUploadsResult', {
      Bucket: bucket,
      Prefix: prefix,
      MaxUploads: 1000,
      IsTruncated: false,
      Upload: (await store.uploads.list(bucket, prefix)).map(({ key, id, initiated }) => ({
        Key: key,
        UploadId: id,
        Initiated: initiated,
        StorageClass: 'STANDARD',
      })),
    }),
  );
};

export const multipartOperations: readonly Operation[] = [
  { name: 'CreateMultipartUpload', method: 'POST', on: 'object', needs: ['uploads'], run: createUpload },
  { name: 'UploadPart', method: 'PUT', on: 'object', needs: ['partNumber', 'uploadId'], run: uploadPart },
  { name: 'CompleteMultipartUpload', method: 'POST', on: 'object', needs: ['uploadId'], run: completeUpload },
  { name: 'AbortMultipartUpload', method: 'DELETE', on: 'object', needs: ['uploadId'], run: abortUpload },
  {
    name: 'ListParts',
    method: 'GET',
    on: 'object',
    needs: ['uploadId'],
    allows: ['max-parts', 'part-number-marker'],
    run: listParts,
  },
  {
    name: 'ListMultipartUploads',
    method: 'GET',
    on: 'bucket',
    needs: ['uploads'],
    allows: ['prefix', 'max-uploads', 'encoding-type', 'delimiter', 'key-marker', 'upload-id-marker'],
    run: listUploads,
  },
];
