import { decodeXml } from '../xml/decode-xml.ts';
import { scanXml } from '../xml/scan-xml.ts';
import type { Zip } from '../zip/open-zip.ts';

const NAMESPACES = { 'http://schemas.openxmlformats.org/package/2006/relationships': 'rel' };

/** A link from one part of an Office package to another (ISO/IEC 29500-2, 9.3). */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, such as `officeDocument`, `numbering`, `worksheet`. */
  readonly type: string;
  /** Name of the part inside the archive. */
  readonly part: string;
}

/** Resolves `target` as seen from the part `from`, both names inside the archive. */
const resolve = (from: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1);
  const path = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
};

/** The links of a part, or of the package itself where `from` is empty; links that leave it are passed over. */
export const relationshipsOf = (zip: Zip, from: string): readonly Relationship[] => {
  const slash = from.lastIndexOf('/') + 1;
  const bytes = zip.read(`${from.slice(0, slash)}_rels/${from.slice(slash)}.rels`);
  const found: Relationship[] = [];
  if (!bytes) return found;
  scanXml(decodeXml(bytes), NAMESPACES, {
    open(name, attributes) {
      const target = attributes.get('Target');
      if (name !== 'rel:Relationship' || target === undefined) return;
      if (attributes.get('TargetMode') === 'External') return;
      const type = attributes.get('Type')?.split('/').at(-1) ?? '';
      found.push({ id: attributes.get('Id') ?? '', type, part: resolve(from, target) });
    },
    close() {},
    text() {},
  });
  return found;
};
