import { LIMITS } from '../../limits.ts';
import { overLimit } from '../../unreadable.ts';
import type { PageNode } from './page-tree.ts';
import type { PdfFile } from './pdf-file.ts';
import { isArray, isReference, type Value } from './value.ts';

const DO = /\/([^\s/<>[\](){}%]+)\s+Do\b/g;
/** What drawing a form costs besides its content, in bytes of content. */
const CALL = 1000;

/**
 * Bytes of content that drawing the pages runs through, each form as often as it is drawn. Forms that draw forms
 * can make a small file run for hours; no library counts. Throws `Unreadable` when the limit is passed.
 */
export const checkDrawingCost = (file: PdfFile, pages: readonly PageNode[]): void => {
  const limit = LIMITS.drawingBytes.limit;
  const costs = new Map<number, number>();

  const costOf = (content: Uint8Array | undefined, resources: Value | undefined, depth: number): number => {
    if (!content) return 0;
    let cost = content.length;
    if (cost > limit) throw overLimit('drawingBytes');
    const text = Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1');
    if (!text.includes('Do')) return cost;
    const forms = file.dictionary(file.dictionary(resources)?.get('XObject'));
    for (const [, name = ''] of text.matchAll(DO)) {
      cost += CALL + formCost(forms?.get(name), resources, depth);
      if (cost > limit) throw overLimit('drawingBytes');
    }
    return cost;
  };

  const formCost = (value: Value | undefined, inherited: Value | undefined, depth: number): number => {
    if (!isReference(value)) return 0;
    const known = costs.get(value.object);
    if (known !== undefined) return known;
    const form = file.dictionary(value);
    if (form?.get('Subtype') !== '/Form') return 0;
    if (depth > LIMITS.nesting.limit) throw overLimit('nesting');
    // A form that draws itself is not drawn again.
    costs.set(value.object, 0);
    const cost = costOf(file.content(value.object), form.get('Resources') ?? inherited, depth + 1);
    costs.set(value.object, cost);
    return cost;
  };

  let total = 0;
  for (const { page, resources } of pages) {
    const contents = page.get('Contents');
    const list = isReference(contents) && isArray(file.resolve(contents)) ? file.resolve(contents) : contents;
    for (const part of isArray(list) ? list : [list]) {
      if (isReference(part)) total += costOf(file.content(part.object), resources, 0);
      if (total > limit) throw overLimit('drawingBytes');
    }
  }
};
