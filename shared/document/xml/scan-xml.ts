import { LIMITS } from '../limits.ts';
import { damaged, overLimit } from '../unreadable.ts';
import { Attributes } from './attributes.ts';
import { resolveEntities } from './entities.ts';
import { type KnownNamespaces, Namespaces } from './namespaces.ts';

/** What is told of each element and text, in document order. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

const GREATER = 62;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

const incomplete = () => damaged('XML 不完整', 'the XML is incomplete');

const after = (xml: string, mark: string, from: number): number => {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw incomplete();
  return at;
};

/** Position of the `>` that ends a tag: one inside an attribute's quotes does not. */
const tagEnd = (xml: string, from: number): number => {
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (code === GREATER) return at;
    if (code === DOUBLE_QUOTE) at = after(xml, '"', at + 1);
    else if (code === SINGLE_QUOTE) at = after(xml, "'", at + 1);
  }
  throw incomplete();
};

/**
 * Reads an XML text from its first to its last character, with names in the reader's prefixes (`known`).
 *
 * Strict where it tells a whole document from a broken one: every element is closed by its own name, there is
 * one root and nothing but space after it. A document type is refused, so no entity can be defined, and nothing
 * outside the text is ever looked at. Throws `Unreadable`. Several times as quick as a general parser, because
 * attributes are parsed only on demand.
 */
export const scanXml = (xml: string, known: KnownNamespaces, handler: XmlHandler): void => {
  const namespaces = new Namespaces(known);
  /** The elements that are open, as the file names them and as the reader does. */
  const open: string[] = [];
  const names: string[] = [];
  let rooted = false;
  let at = 0;

  const text = (from: number, to: number): void => {
    if (from === to) return;
    const content = xml.slice(from, to);
    if (open.length > 0) handler.text(resolveEntities(content));
    else if (content.trim() !== '') throw damaged('XML 根元素外有内容', 'there is text outside the XML root');
  };

  const startTag = (from: number): number => {
    const end = tagEnd(xml, from);
    const empty = xml.charCodeAt(end - 1) === 47;
    const stop = empty ? end - 1 : end;
    let nameEnd = from;
    while (nameEnd < stop && xml.charCodeAt(nameEnd) > 32) nameEnd++;
    const qualified = xml.slice(from, nameEnd);
    if (qualified === '') throw damaged('XML 元素没有名称', 'an element of the XML has no name');
    if (open.length === 0 && rooted) throw damaged('XML 有多个根元素', 'the XML has more than one root');
    rooted = true;
    const source = xml.slice(nameEnd, stop);
    if (open.push(qualified) > LIMITS.nesting.limit) throw overLimit('nesting');
    if (source.includes('xmlns')) namespaces.declare(source, open.length);
    const name = namespaces.element(qualified);
    names.push(name);
    handler.open(name, new Attributes(source, namespaces));
    if (empty) close();
    return end + 1;
  };

  const close = (): void => {
    handler.close(names.pop()!);
    namespaces.leave(open.length);
    open.pop();
  };

  const endTag = (from: number): number => {
    const end = after(xml, '>', from);
    const qualified = open.at(-1);
    const closes =
      qualified !== undefined &&
      xml.startsWith(qualified, from) &&
      xml.slice(from + qualified.length, end).trim() === '';
    if (!closes) throw damaged('XML 元素没有正确结束', 'an element of the XML is not closed');
    close();
    return end + 1;
  };

  const markup = (from: number): number => {
    if (xml.startsWith('<!--', from)) return after(xml, '-->', from + 4) + 3;
    if (xml.startsWith('<?', from)) return after(xml, '?>', from + 2) + 2;
    if (xml.startsWith('<![CDATA[', from) && open.length > 0) {
      const end = after(xml, ']]>', from);
      handler.text(xml.slice(from + 9, end));
      return end + 3;
    }
    throw damaged('XML 含有文档类型声明', 'the XML has a document type declaration');
  };

  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    text(at, tag < 0 ? xml.length : tag);
    if (tag < 0) break;
    const kind = xml.charCodeAt(tag + 1);
    if (kind === 47) {
      at = endTag(tag + 2);
    } else {
      at = kind === 33 || kind === 63 ? markup(tag) : startTag(tag + 1);
    }
  }
  if (open.length > 0 || !rooted) throw incomplete();
};
