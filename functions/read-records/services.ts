import type { Documents } from '../documents.ts';
import type { Cursors } from '../http/cursor.ts';
import type { Originals } from './originals.ts';
import type { RecordReader } from './record-reader.ts';

/** What the routes work with. */
export interface Services {
  readonly reader: RecordReader;
  readonly documents: Documents;
  readonly originals: Originals;
  /** The OpenAPI document of all functions behind the API. */
  readonly openApi: () => { readonly openapi: string };
  readonly cursors: Cursors;
}
