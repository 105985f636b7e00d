import { readFileSync } from 'node:fs';
import { detect } from '../../shared/document/detect.ts';

/** The compound file in `file` with its stream `from` renamed. */
const renamed = (file: string, from: string, to: string): Buffer => {
  const bytes = readFileSync(`test/reports/${file}`);
  const at = bytes.indexOf(Buffer.from(from, 'utf16le'));
  bytes.fill(0, at, at + 64);
  bytes.write(to, at, 'utf16le');
  bytes.writeUInt16LE(2 * to.length + 2, at + 64);
  return bytes;
};

test('a Word document or workbook sealed with a password is encrypted', () => {
  const sealed = renamed('f1-official-2021.doc', 'WordDocument', 'EncryptedPackage');
  expect(detect(sealed, 'report.docx')).toMatchObject({ rejection: { reason: 'encrypted' } });
});
