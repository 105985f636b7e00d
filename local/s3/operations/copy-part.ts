import { answer, type Operation, type S3Call } from '../operation.ts';
import type { Range } from '../range.ts';
import { S3Error } from '../s3-error.ts';
import { toXml } from '../xml.ts';
import { findSource, parseCopySource, SOURCE } from './copy-source.ts';
import { findUpload, partNumber } from './multipart.ts';

/** Unlike the range of a read it must be there whole. @throws S3Error InvalidRange */
const sourceRange = (header: string | undefined, size: number): Range | undefined => {
  if (header === undefined) return undefined;
  const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(header) ?? [];
  if (start === undefined || Number(start) > Number(end) || Number(end) >= size) {
    throw new S3Error('InvalidRange', 416, `The range is not valid for a source object of ${size} bytes.`);
  }
  return { start: Number(start), end: Number(end) };
};

/** Clients copy what is large part by part. https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html */
const uploadPartCopy = async (call: S3Call): Promise<void> => {
  const { store, response, headers } = call;
  const number = partNumber(call);
  const upload = await findUpload(call);
  const source = await findSource(call, parseCopySource(String(headers[SOURCE])));
  const { blob, size } = source.content;
  const range = sourceRange(headers[`${SOURCE}-range`]?.toString(), size);
  const bytes = store.blobs.read(blob, range);
  const { etag, lastModified } = await store.uploads.addPart(upload, number, bytes);
  response.setHeader('x-amz-copy-source-version-id', source.versionId);
  answer(response, toXml('CopyPartResult', { LastModified: lastModified, ETag: `"${etag}"` }));
};

export const copyPartOperations: readonly Operation[] = [
  {
    name: 'UploadPartCopy',
    method: 'PUT',
    on: 'object',
    needs: ['partNumber', 'uploadId'],
    needsHeader: SOURCE,
    run: uploadPartCopy,
  },
];
