import { LIMITS } from '../limits.ts';
import { nextHash } from '../met-names.ts';
import { damaged, overLimit } from '../unreadable.ts';
import { Attributes } from './attributes.ts';
import { resolveEntities } from './entities.ts';
import { type ElementName, type KnownNamespaces, Namespaces } from './namespaces.ts';
import { NextMark } from './next-mark.ts';

/** What is told of each element and text, in document order. */
export interface XmlHandler {
  /** `attributes` are those of this element until the next one is opened. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

const SPACE = 32;
const SLASH = 47;
const GREATER = 62;

const incomplete = () => damaged('XML 不完整', 'the XML is incomplete');
const unclosed = () => damaged('XML 元素没有正确结束', 'an element of the XML is not closed');

const after = (xml: string, mark: string, from: number): number => {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw incomplete();
  return at;
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
  const declaration = new NextMark(xml, 'xmlns');
  const doubleQuote = new NextMark(xml, '"');
  const singleQuote = new NextMark(xml, "'");
  const entity = new NextMark(xml, '&');
  const attributes = new Attributes(xml, namespaces, entity);
  /** The elements that are open. */
  const open: ElementName[] = [];
  let rooted = false;
  let at = 0;

  const text = (from: number, to: number): void => {
    if (from === to) return;
    const content = xml.slice(from, to);
    if (open.length > 0) handler.text(entity.from(from) < to ? resolveEntities(content) : content);
    else if (content.trim() !== '') throw damaged('XML 根元素外有内容', 'there is text outside the XML root');
  };

  /** The end of the tag whose name ends at `from`: a `>` inside an attribute's quotes is none. */
  const tagEnd = (from: number): number => {
    let end = after(xml, '>', from);
    let declares = false;
    for (let at = from; ; ) {
      const double = doubleQuote.from(at);
      const quote = Math.min(double, singleQuote.from(at));
      declares ||= declaration.from(at) < Math.min(quote, end);
      if (quote > end) break;
      at = after(xml, quote === double ? '"' : "'", quote + 1) + 1;
      if (at > end) end = after(xml, '>', at);
    }
    if (declares) namespaces.declare(xml.slice(from, end), open.length + 1);
    return end;
  };

  const startTag = (from: number): number => {
    let nameEnd = from;
    let hash = 0;
    for (
      let code = xml.charCodeAt(from);
      code > SPACE && code !== GREATER && code !== SLASH;
      code = xml.charCodeAt(++nameEnd)
    )
      hash = nextHash(hash, code);
    if (nameEnd === from) throw damaged('XML 元素没有名称', 'an element of the XML has no name');

    const end = xml.charCodeAt(nameEnd) === GREATER ? nameEnd : tagEnd(nameEnd);
    const empty = xml.charCodeAt(end - 1) === SLASH;
    if (open.length === 0 && rooted) throw damaged('XML 有多个根元素', 'the XML has more than one root');
    rooted = true;
    if (open.length === LIMITS.nesting.limit) throw overLimit('nesting');
    const element = namespaces.elements.at(xml, from, nameEnd, hash);
    open.push(element);
    attributes.moveTo(nameEnd, empty ? end - 1 : end);
    handler.open(element.name, attributes);
    if (empty) close(element);
    return end + 1;
  };

  const close = (element: ElementName): void => {
    handler.close(element.name);
    namespaces.leave(open.length);
    open.pop();
  };

  const endTag = (from: number): number => {
    const element = open[open.length - 1];
    if (element === undefined || !xml.startsWith(element.qualified, from)) throw unclosed();
    let end = from + element.qualified.length;
    if (xml.charCodeAt(end) !== GREATER) {
      end = after(xml, '>', end);
      if (xml.slice(from + element.qualified.length, end).trim() !== '') throw unclosed();
    }
    close(element);
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
    if (kind === SLASH) {
      at = endTag(tag + 2);
    } else {
      at = kind === 33 || kind === 63 ? markup(tag) : startTag(tag + 1);
    }
  }
  if (open.length > 0 || !rooted) throw incomplete();
};
