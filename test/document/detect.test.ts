import { readFileSync } from 'node:fs';
import { detect } from '../../shared/document/detect.ts';
import { read } from '../../shared/document/read.ts';
import { makeZip } from './make-zip.ts';

const detected = (bytes: Uint8Array | string, name = 'report.doc'): string => {
  const found = detect(Buffer.from(bytes), name);
  return 'format' in found ? found.format : `rejected: ${found.rejection.reason}`;
};

const sample = (name: string): Buffer => readFileSync(`test/reports/${name}`);

describe('the format', () => {
  test.each(['doc', 'docx', 'odt', 'rtf', 'xls', 'xlsx', 'pdf', 'mht', 'html'])(
    'of the sample %s is known by its content, whatever its name',
    (format) => {
      expect(detected(sample(`f1-official-2021.${format}`), 'report.dat')).toBe(format);
    },
  );

  test.each([
    ['a page without a head', '<div><p>一、总体情况</p></div>', 'html'],
    ['a page that begins with text', '正文 <table><tr><td>1</td></tr></table>', 'html'],
    ['a page with a byte order mark', '\ufeff <!DOCTYPE html><p>1</p>', 'html'],
    ['a page in UTF-16', Buffer.from('\ufeff<html><p>一</p></html>', 'utf16le'), 'html'],
    ['a web archive', 'From: a\r\nMIME-Version: 1.0\r\n\r\n', 'mht'],
    ['a rich text', '\ufeff{\\rtf1\\ansi }', 'rtf'],
    ['a text in GB18030', Buffer.from([0xd2, 0xbb, 0xa1, 0xa2]), 'text'],
    ['a text with a table of pipes', '标题\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |', 'markdown'],
    ['a PDF behind other bytes', 'HTTP/1.1 200 OK\r\n\r\n%PDF-1.4', 'pdf'],
    [
      'a zip behind other bytes',
      Buffer.concat([Buffer.from('xx'), makeZip({ 'word/document.xml': '' })]),
      'docx',
    ],
    [
      'a flat OpenDocument text',
      '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">',
      'odt',
    ],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'rejected: unsupported-format'],
    ['a zip of something else', makeZip({ 'a.txt': 'a' }), 'rejected: unsupported-format'],
    ['a zip that was cut', makeZip({ 'word/document.xml': '' }).subarray(0, 60), 'rejected: damaged'],
    ['an OLE file that was cut', sample('f1-official-2021.doc').subarray(0, 300), 'rejected: damaged'],
  ])('of %s is told', (_, bytes, format) => {
    expect(detected(bytes)).toBe(format);
  });

  test('of a text named .md is markdown', () => {
    expect(detected('一、总体情况', 'report.md')).toBe('markdown');
    expect(detected('一、总体情况', 'report.txt')).toBe('text');
  });
});

describe('reading', () => {
  const reason = async (bytes: Uint8Array): Promise<string> => {
    const result = await read(bytes, 'report.doc');
    return result.ok ? 'read' : result.rejection.reason;
  };

  test('says when there is nothing, too much, or nothing known', async () => {
    expect(await reason(new Uint8Array())).toBe('empty');
    expect(await reason(new Uint8Array(33 * 1024 * 1024))).toBe('too-large');
    expect(await reason(Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0]))).toBe('unsupported-format');
  });

  test('names what the bytes are, not what the file is called', async () => {
    const result = await read(sample('f1-official-2021.docx'), 'report.doc');
    expect(result.ok && result.document.format).toBe('docx');
  });
});
