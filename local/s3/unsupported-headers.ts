import type { IncomingHttpHeaders } from 'node:http';
import { notImplemented } from './s3-error.ts';

/** Headers that would change what is stored, with the values under which nothing changes. */
const HARMLESS: readonly { readonly name: RegExp; readonly values: readonly string[] }[] = [
  { name: /^x-amz-acl$/, values: ['private', 'bucket-owner-full-control'] },
  { name: /^x-amz-storage-class$/, values: ['STANDARD'] },
  { name: /^x-amz-server-side-encryption$/, values: ['AES256'] },
  { name: /^x-amz-checksum-type$/, values: ['FULL_OBJECT', 'COMPOSITE'] },
  // There are no tags here, neither to copy nor to replace.
  { name: /^x-amz-tagging-directive$/, values: ['COPY', 'REPLACE'] },
  {
    name: /^x-amz-(tagging|grant-.*|object-lock-.*|website-redirect-location|server-side-encryption-.*|write-offset-bytes|copy-source-server-side-encryption-.*)$/,
    values: [],
  },
];

/** @throws S3Error NotImplemented for a header whose wish would silently be ignored */
export const refuseUnsupportedHeaders = (headers: IncomingHttpHeaders): void => {
  for (const [name, value] of Object.entries(headers)) {
    const rule = HARMLESS.find((each) => each.name.test(name));
    if (rule && !rule.values.includes(String(value))) throw notImplemented(`the header ${name}: ${value}`);
  }
};
