import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import { S3Error } from '../s3-error.ts';

/** The fields before the file, and the file as a stream. Fields behind the file are not looked at. */
export interface Form {
  /** Names in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  readonly filename: string;
  readonly file: Readable;
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html: form data before the file. */
const FIELD_BYTES = 20 * 1024;
const FIELDS = 100;

const malformed = (): S3Error =>
  new S3Error(
    'MalformedPOSTRequest',
    400,
    'The body of your POST request is not well-formed multipart/form-data.',
  );

/** Reads a form up to its file. @throws S3Error MalformedPOSTRequest */
export const readForm = (request: IncomingMessage): Promise<Form> =>
  new Promise((resolve, reject) => {
    const type = request.headers['content-type'] ?? '';
    if (!type.startsWith('multipart/form-data')) {
      const message = 'Bucket POST must be of the enclosure-type multipart/form-data';
      reject(new S3Error('PreconditionFailed', 412, message));
      return;
    }
    const fields = new Map<string, string>();
    const parser = new Busboy({
      headers: { ...request.headers, 'content-type': type },
      limits: { fieldSize: FIELD_BYTES, fields: FIELDS, files: 1 },
    });
    let file: Readable | undefined;
    const fail = (): void => {
      file?.destroy(malformed());
      reject(malformed());
    };
    parser.on('field', (name, value, _nameTruncated, truncated) => {
      if (truncated) fail();
      else if (!file) fields.set(name.toLowerCase(), value);
    });
    parser.on('file', (name, stream, filename) => {
      file = stream;
      // Whoever was refused before the file was read leaves it to end without a reader.
      stream.on('error', () => undefined);
      if (name !== 'file') fail();
      resolve({ fields, filename, file: stream });
    });
    parser.on('error', fail);
    parser.on('finish', () =>
      reject(new S3Error('InvalidArgument', 400, 'POST requires exactly one file upload.')),
    );
    request.on('close', () => {
      if (!request.complete) fail();
    });
    request.pipe(parser);
  });
