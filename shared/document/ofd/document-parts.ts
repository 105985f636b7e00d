import { LIMITS } from '../limits.ts';
import { damaged, overLimit } from '../unreadable.ts';
import type { Attributes } from '../xml/attributes.ts';
import { decodeXml } from '../xml/decode-xml.ts';
import { scanXml, type XmlHandler } from '../xml/scan-xml.ts';
import type { Zip } from '../zip/open-zip.ts';
import { OFD_NAMESPACES } from './namespaces.ts';
import { numbersOf } from './numbers.ts';

/** Parts of an OFD document by their names in the archive. */
export interface DocumentParts {
  readonly pages: readonly string[];
  /** Page templates by id. */
  readonly templates: ReadonlyMap<string, string>;
  /** Left, top, width and height of a page in millimetres, unless it says otherwise. */
  readonly box: readonly number[];
}

/** A4, which the standard's examples use, for the file that states no size. */
const A4 = [0, 0, 210, 297];

/** A location inside a part, which is relative to the part's folder or, with a slash, to the archive. */
const resolve = (from: string, location: string): string => {
  const base = location.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of location.split('/')) {
    if (step === '..') base.pop();
    else if (step !== '' && step !== '.') base.push(step);
  }
  return base.join('/');
};

/** Reads a part that must be there. Throws `Unreadable` (damaged). */
export const scanPart = (zip: Zip, part: string, handler: XmlHandler): void => {
  const bytes = zip.read(part);
  if (!bytes) throw damaged(`缺少 ${part}`, `${part} is missing`);
  scanXml(decodeXml(bytes), OFD_NAMESPACES, handler);
};

class RootReader implements XmlHandler {
  readonly roots: string[] = [];
  #root: string | undefined;

  open(name: string): void {
    if (name === 'ofd:DocRoot') this.#root = '';
  }
  text(text: string): void {
    if (this.#root !== undefined) this.#root += text;
  }
  close(name: string): void {
    if (name === 'ofd:DocRoot' && this.#root) this.roots.push(resolve('', this.#root.trim()));
    this.#root = undefined;
  }
}

class PartsReader implements XmlHandler {
  readonly pages: string[] = [];
  readonly templates = new Map<string, string>();
  box: readonly number[] = A4;
  readonly #part: string;
  #box: string | undefined;

  constructor(part: string) {
    this.#part = part;
  }
  open(name: string, attributes: Attributes): void {
    const location = attributes.get('BaseLoc');
    if (name === 'ofd:PhysicalBox') this.#box = '';
    if (location === undefined) return;
    if (name === 'ofd:Page') this.pages.push(resolve(this.#part, location));
    if (name === 'ofd:TemplatePage') {
      this.templates.set(attributes.get('ID') ?? '', resolve(this.#part, location));
    }
  }
  text(text: string): void {
    if (this.#box !== undefined) this.#box += text;
  }
  close(name: string): void {
    if (name !== 'ofd:PhysicalBox' || this.#box === undefined) return;
    const box = numbersOf(this.#box);
    if (box.length === 4) this.box = box;
    this.#box = undefined;
  }
}

/** The parts of every document in the archive, in order (GB/T 33190-2016, 7.4 and 7.5). Throws `Unreadable`. */
export const documentParts = (zip: Zip): DocumentParts[] => {
  const root = new RootReader();
  scanPart(zip, 'OFD.xml', root);
  if (root.roots.length === 0) throw damaged('OFD.xml 没有指明文档', 'OFD.xml names no document');
  let pages = 0;
  return root.roots.map((part) => {
    const parts = new PartsReader(part);
    scanPart(zip, part, parts);
    pages += parts.pages.length;
    if (pages > LIMITS.pages.limit) throw overLimit('pages');
    return parts;
  });
};
