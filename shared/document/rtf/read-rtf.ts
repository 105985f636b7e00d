import { toBlocks } from '../flow/to-blocks.ts';
import type { ReadResult } from '../reader.ts';
import { orRejection, unreadable } from '../unreadable.ts';
import { RtfBody } from './rtf-body.ts';
import { scanRtf } from './scan-rtf.ts';

/** Rich Text Format, also under the name of a Word document. Headers, footers and footnotes are left out. */
export const readRtf = (bytes: Uint8Array): ReadResult =>
  orRejection(() => {
    const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    const body = new RtfBody();
    scanRtf(source.slice(source.indexOf('{')), body);
    const blocks = toBlocks(body.finish());
    if (blocks.length === 0 && body.hasPictures) throw unreadable('scanned');
    return { ok: true, document: { format: 'rtf', blocks } };
  });
