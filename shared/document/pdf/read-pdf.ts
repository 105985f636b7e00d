import { pagesToBlocks } from '../page/pages-to-blocks.ts';
import type { ReadResult } from '../reader.ts';
import { reject } from '../rejection.ts';
import { orRejection, Unreadable } from '../unreadable.ts';
import { pdfEngine } from './engine.ts';
import { readPages } from './open-pdf.ts';

export const readPdf = async (bytes: Uint8Array, _name: string): Promise<ReadResult> => {
  const engine = await pdfEngine();
  return orRejection(() => ({
    ok: true,
    document: { format: 'pdf', blocks: pagesToBlocks(readPages(engine, bytes)) },
  }));
};
void reject;
void Unreadable;
