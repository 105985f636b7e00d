import type { Cursors } from '../http/cursor.ts';
import type { Documents } from './documents.ts';
import type { RecordReader } from './record-reader.ts';

/** What the routes work with. */
export interface Services {
  readonly reader: RecordReader;
  readonly documents: Documents;
  readonly cursors: Cursors;
}
