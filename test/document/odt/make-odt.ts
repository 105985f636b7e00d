import { makeZip } from '../make-zip.ts';

const NAMESPACES = ['office', 'text', 'table', 'style', 'manifest']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"')
  .concat('xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"')
  .join(' ');

export interface OdtParts {
  readonly automaticStyles?: string;
  readonly styles?: string;
  readonly manifest?: string;
}

/** The content of an OpenDocument text as one XML element of the given name. */
export const contentXml = (element: string, body: string, automaticStyles = ''): string =>
  `<?xml version="1.0"?><office:${element} ${NAMESPACES}><office:automatic-styles>${automaticStyles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:${element}>`;

export const makeOdt = (
  body: string,
  { automaticStyles, styles = '', manifest = '' }: OdtParts = {},
): Uint8Array =>
  makeZip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': contentXml('document-content', body, automaticStyles),
    'styles.xml': `<office:document-styles ${NAMESPACES}>${styles}</office:document-styles>`,
    'META-INF/manifest.xml': `<manifest:manifest ${NAMESPACES}>${manifest}</manifest:manifest>`,
  });
