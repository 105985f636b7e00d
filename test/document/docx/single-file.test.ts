import { detect } from '../../../shared/document/detect.ts';
import { read } from '../../../shared/document/read.ts';
import { shown } from '../show-blocks.ts';
import { cell, paragraph, run, table } from './make-docx.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const W2003 = 'http://schemas.microsoft.com/office/word/2003/wordml';
const WX = 'http://schemas.microsoft.com/office/word/2003/auxHint';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const part = (name: string, xml: string): string =>
  `<pkg:part pkg:name="${name}" pkg:contentType="application/xml"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;

const flat = (body: string): string => {
  const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`;
  const document = `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`;
  return `<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${part('/_rels/.rels', links)}${part('/word/document.xml', document)}</pkg:package>`;
};

const word2003 = (body: string): string =>
  `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="${W2003}" xmlns:wx="${WX}"><w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`;

const readText = async (xml: string): Promise<string[]> => shown(await read(Buffer.from(xml), 'report.doc'));

const body = paragraph('一、总体情况') + table([cell('规章'), cell('1')]);
const lines = ['一、总体情况', '0,0 规章', '0,1 1'];

describe('a Word document in a single XML file', () => {
  test.each([
    ['written flat', flat(body)],
    ['of Word 2003', word2003(body)],
  ])('%s is read, and damaged when it is cut', async (_, xml) => {
    expect(detect(Buffer.from(xml), 'report.doc')).toEqual({ format: 'docx' });
    expect(await readText(xml)).toEqual(lines);
    for (const length of [xml.length - 1, xml.length - 30, xml.indexOf('规章')]) {
      expect(await readText(xml.slice(0, length))).toEqual(['rejected: damaged']);
    }
  });

  test('of Word 2003 has its own merges, printed numbers, headers and notes', async () => {
    const vertical = (how = '') => `<w:vmerge ${how}/>`;
    const merged = table(
      [cell('甲', vertical('w:val="restart"')), cell('1')],
      [cell('', vertical()), cell('2')],
    );
    const numbered = paragraph(run('总体情况'), '<w:listPr><wx:t wx:val="一、"/></w:listPr>');
    const header = `<w:sectPr><w:hdr>${paragraph('页眉')}</w:hdr></w:sectPr>`;
    const note = paragraph(`${run('文')}<w:r><w:footnote>${paragraph('注')}</w:footnote></w:r>`);
    expect(await readText(word2003(numbered + note + merged + header))).toEqual([
      '一、总体情况',
      '文',
      '0,0 2x1 甲',
      '0,1 1',
      '1,1 2',
    ]);
  });
});
