import { LIMITS } from '../../limits.ts';
import { damaged, overLimit } from '../../unreadable.ts';
import type { PdfFile } from './pdf-file.ts';
import { type Dictionary, isArray, isDictionary, isReference, type Value } from './value.ts';

/** A page with the resources it inherits. */
export interface PageNode {
  readonly page: Dictionary;
  readonly resources: Value | undefined;
}

const broken = () => damaged('PDF 页面树有错', 'the page tree of the PDF is wrong');

/** The pages of the document in order (ISO 32000 7.7.3). Throws `Unreadable` where a node is missing. */
export const pageTree = (file: PdfFile): PageNode[] => {
  const pages: PageNode[] = [];
  const seen = new Set<number>();
  const visit = (value: Value | undefined, inherited: Value | undefined, depth: number): void => {
    if (depth > LIMITS.nesting.limit) throw overLimit('nesting');
    if (isReference(value)) {
      if (seen.has(value.object)) throw broken();
      seen.add(value.object);
    }
    const node = file.resolve(value);
    if (!isDictionary(node)) throw broken();
    const resources = node.get('Resources') ?? inherited;
    const kids = file.resolve(node.get('Kids'));
    if (!isArray(kids)) {
      pages.push({ page: node, resources });
      if (pages.length > LIMITS.pages.limit) throw overLimit('pages');
      return;
    }
    for (const kid of kids) visit(kid, resources, depth + 1);
  };
  const root = file.dictionary(file.trailer.get('Root'));
  if (!root) throw broken();
  visit(root.get('Pages'), undefined, 0);
  return pages;
};
