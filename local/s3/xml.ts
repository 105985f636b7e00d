import { SaxesParser } from 'saxes';
import { S3Error } from './s3-error.ts';

export interface XmlObject {
  readonly [name: string]: XmlValue;
}
/** A list repeats its element; `undefined` leaves it out. */
export type XmlValue = string | number | boolean | undefined | XmlObject | readonly XmlValue[];

const escapeText = (text: string): string =>
  text.replace(/[&<>"\r\n\t]|[^\P{Cc}\r\n\t]/gu, (character) =>
    character === '&' ? '&amp;' : character === '<' ? '&lt;' : `&#${character.codePointAt(0)};`,
  );

const children = (value: XmlObject): string =>
  Object.entries(value)
    .map(([name, each]) => element(name, each))
    .join('');

const element = (name: string, value: XmlValue): string => {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((each: XmlValue) => element(name, each)).join('');
  const inner = typeof value === 'object' ? children(value as XmlObject) : escapeText(String(value));
  return `<${name}>${inner}</${name}>`;
};

/** An answer document of the S3 protocol. Errors have no namespace. */
export const toXml = (root: string, value: XmlObject): string => {
  const namespace = root === 'Error' ? '' : ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${namespace}>${children(value)}</${root}>`;
};

export interface XmlNode {
  readonly name: string;
  text: string;
  readonly children: XmlNode[];
}

/**
 * Parses a request document of the S3 protocol, a few levels deep and already bounded in size.
 *
 * @throws S3Error MalformedXML
 */
export const parseXml = (text: string): XmlNode => {
  const top: XmlNode = { name: '', text: '', children: [] };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    const node: XmlNode = { name: tag.name, text: '', children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
    if (open.length > 16) parser.fail('nested too deep');
  });
  parser.on('text', (part) => {
    const node = open.at(-1);
    if (node) node.text += part;
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw new S3Error('MalformedXML', 400, `The XML you provided was not well-formed: ${error.message}`);
  });
  parser.write(text).close();
  return top.children[0] ?? top;
};

/** The text of the child of that name, if there is one. */
export const childText = (node: XmlNode, name: string): string | undefined =>
  node.children.find((child) => child.name === name)?.text;
