import { makeZip } from '../make-zip.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const CONTENT_TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
  'document.main',
  'styles',
  'numbering',
]
  .map((part) => `<Override PartName="/word/${part.split('.')[0]}.xml" ContentType="${MAIN}.${part}+xml"/>`)
  .join('')}</Types>`;

export interface DocxParts {
  readonly styles?: string;
  readonly numbering?: string;
  /** A web page that the body may take its text from, as `rId0`. */
  readonly page?: string;
  readonly strict?: boolean;
  readonly prefix?: string;
}

const relationships = (links: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links
    .map(([type, target], i) => `<Relationship Id="rId${i}" Type="${TYPE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** A Word document with the given body, written with the prefix `w`. */
export const makeDocx = (
  body: string,
  { styles, numbering, page, strict, prefix = 'w' }: DocxParts = {},
): Uint8Array => {
  const namespace = strict ? STRICT : W;
  const document = `<w:document xmlns:w="${namespace}" xmlns:mc="${MC}" xmlns:r="${TYPE}"><w:body>${body}<w:sectPr/></w:body></w:document>`;
  return makeZip({
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships([
      ...(page ? ([['aFChunk', 'page.html']] as const) : []),
      ...(styles ? ([['styles', 'styles.xml']] as const) : []),
      ...(numbering ? ([['numbering', '/word/numbering.xml']] as const) : []),
    ]),
    'word/document.xml': document.replace(/(<\/?|xmlns:| )w(?=:|=)/g, `$1${prefix}`),
    ...(page && { 'word/page.html': page }),
    ...(styles && { 'word/styles.xml': `<w:styles xmlns:w="${W}">${styles}</w:styles>` }),
    ...(numbering && { 'word/numbering.xml': `<w:numbering xmlns:w="${W}">${numbering}</w:numbering>` }),
  });
};

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`;

export const cell = (text: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text.startsWith('<') ? text : paragraph(text)}</w:tc>`;

export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
