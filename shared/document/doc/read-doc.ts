import { BorderedFlow } from '../bordered-table/bordered-flow.ts';
import { toBlocks } from '../flow/to-blocks.ts';
import { openCompoundFile } from '../ole/compound-file.ts';
import type { ReadResult } from '../reader.ts';
import { orRejection, unreadable } from '../unreadable.ts';
import { DocumentText } from './document-text.ts';
import { openText } from './open-text.ts';

/**
 * Word 97–2003 and Kingsoft WPS documents: a compound file with a `WordDocument` stream. Text boxes follow the
 * paragraph they are anchored in; headers, footers, footnotes and comments are left out.
 */
export const readDoc = (bytes: Uint8Array): ReadResult =>
  orRejection(() => {
    const file = openCompoundFile(bytes);
    if (file.names.includes('EncryptedPackage')) throw unreadable('encrypted');
    const text = new DocumentText(openText(file));
    const flow = new BorderedFlow();
    text.addTo(flow);
    const blocks = toBlocks(flow.finish());
    if (blocks.length === 0 && text.hasPictures) throw unreadable('scanned');
    return { ok: true, document: { format: 'doc', blocks } };
  });
