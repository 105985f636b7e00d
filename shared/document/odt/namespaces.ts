/** The namespaces of OpenDocument (ISO/IEC 26300) under their usual prefixes. */
const OPENDOCUMENT = 'urn:oasis:names:tc:opendocument:xmlns:';

export const ODF_NAMESPACES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['office', 'text', 'table', 'style', 'manifest'].map((name) => [`${OPENDOCUMENT}${name}:1.0`, name]),
  ),
  [`${OPENDOCUMENT}drawing:1.0`]: 'draw',
  [`${OPENDOCUMENT}svg-compatible:1.0`]: 'svg',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
};
