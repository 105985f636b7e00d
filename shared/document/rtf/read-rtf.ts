import { toBlocks } from '../flow/to-blocks.ts';
import type { ReadResult } from '../reader.ts';
import { orRejection, unreadable } from '../unreadable.ts';
import { RtfBody } from './rtf-body.ts';
import { scanRtf } from './scan-rtf.ts';

const OPENING_BRACE = 0x7b;

/** Rich Text Format, also under the name of a Word document. Headers, footers and footnotes are left out. */
export const readRtf = (bytes: Uint8Array): ReadResult =>
  orRejection(() => {
    const body = new RtfBody();
    scanRtf(bytes.subarray(Math.max(0, bytes.indexOf(OPENING_BRACE))), body);
    const blocks = toBlocks(body.finish());
    if (blocks.length === 0 && body.hasPictures) throw unreadable('scanned');
    return { ok: true, document: { format: 'rtf', blocks } };
  });
