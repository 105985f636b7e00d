import { readFileSync } from 'node:fs';
import type { RejectionReason } from '../../shared/document/rejection.ts';
import { seeded } from '../checks/mutations/random.ts';

/** A file that nobody should send, made when it is needed. */
export interface BadFile {
  readonly name: string;
  readonly make: () => Uint8Array;
  /** What has to be said of it; absent where there is something to read. */
  readonly reason?: RejectionReason;
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const sample = (name: string): Uint8Array => readFileSync(`test/reports/${name}`);

const noise = (length: number): Uint8Array => {
  const random = seeded(length);
  return Uint8Array.from({ length }, () => random.below(256));
};

const withHead = (head: readonly number[], body: Uint8Array): Uint8Array =>
  Uint8Array.from([...head, ...body]);

const TABLE = '三、收到和处理政府信息公开申请情况\n';
const ROW = '一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n';
const OTHER_ROWS = Array.from(
  { length: 6_000 },
  (_, i) => `某类申请数量${i} | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n`,
);
const NEWS = '<p>市政府今天召开会议，听取政务公开工作汇报。今年收到群众来信3件。</p>';
const CODE = 'export const add = (a: number, b: number): number => a + b;\n';

/** By what they are. */
export const BAD_FILES: Readonly<Record<string, BadFile>> = {
  'an empty file': { name: 'a.txt', make: () => new Uint8Array(), reason: 'empty' },
  'nothing but white space': { name: 'a.txt', make: () => text(' \r\n\t'.repeat(500)), reason: 'empty' },
  '50 MB of zeros': { name: 'a.txt', make: () => new Uint8Array(50 << 20), reason: 'too-large' },
  '20 MB of zeros': { name: 'a.txt', make: () => new Uint8Array(20 << 20), reason: 'unsupported-format' },
  'random bytes': { name: 'a.doc', make: () => noise(300_000), reason: 'unsupported-format' },
  'a picture (PNG)': {
    name: 'a.png',
    make: () => withHead([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10], noise(50_000)),
    reason: 'unsupported-format',
  },
  'a picture (JPEG) named as a report': {
    name: '2024年度报告.docx',
    make: () => withHead([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0], noise(50_000)),
    reason: 'unsupported-format',
  },
  'an executable': {
    name: 'a.exe',
    make: () => withHead([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], noise(100_000)),
    reason: 'unsupported-format',
  },
  'a page that is no report': {
    name: 'a.html',
    make: () => text(`<html><body>${NEWS.repeat(50)}</body></html>`),
    reason: 'not-a-report',
  },
  'source code': { name: 'a.ts', make: () => text(CODE.repeat(300)), reason: 'not-a-report' },
  JSON: {
    name: 'a.json',
    make: () => text(JSON.stringify(Array.from({ length: 2000 }, (_, id) => ({ id, 自然人: id })))),
    reason: 'not-a-report',
  },
  CSV: { name: 'a.csv', make: () => text(`编号,名称\n${'1,某局\n'.repeat(3000)}`), reason: 'not-a-report' },
  'half a web page': {
    name: 'a.html',
    make: () => sample('f1-official-2021.html').subarray(0, 6000),
    reason: 'damaged',
  },
  'a text cut inside a character': {
    name: 'a.txt',
    make: () => {
      const bytes = sample('000_20cb44e099b31046.txt');
      const han = bytes.findIndex((byte, index) => index > bytes.length / 2 && byte >= 0xe4);
      return bytes.subarray(0, han + 2);
    },
    reason: 'damaged',
  },
  'a report cut between two lines': {
    name: 'a.txt',
    make: () => {
      const bytes = sample('000_20cb44e099b31046.txt');
      return bytes.subarray(0, bytes.indexOf(10, bytes.length * 0.8) + 1);
    },
  },
  '100,000 rows': { name: 'a.txt', make: () => text(TABLE + ROW.repeat(100_000)), reason: 'too-large' },
  '6,000 rows that the form does not have': {
    name: 'a.txt',
    make: () => text(TABLE + ROW + OTHER_ROWS.join('')),
  },
  '100,000 rows of a web page': {
    name: 'a.html',
    make: () => text(`<table>${'<tr><td>规章<td>0<td>0<td>1'.repeat(100_000)}</table>`),
    reason: 'too-large',
  },
  'a page nested 100,000 deep': {
    name: 'a.html',
    make: () => text(`${'<div>'.repeat(100_000)}x${'</div>'.repeat(100_000)}`),
    reason: 'too-large',
  },
  '20,000 nested tables': {
    name: 'a.html',
    make: () => text(`${'<table><tr><td>'.repeat(20_000)}x${'</td></tr></table>'.repeat(20_000)}`),
    reason: 'too-large',
  },
  '200,000 rows of one cell in RTF': {
    name: 'a.rtf',
    make: () => text(`{\\rtf1 ${'\\trowd\\cellx100\\intbl 1\\cell\\row\n'.repeat(200_000)}}`),
    reason: 'too-large',
  },
  'cells that span a million columns': {
    name: 'a.html',
    make: () => text(`<table>${'<tr><td colspan=1000 rowspan=1000>1</td></tr>'.repeat(5000)}</table>`),
    reason: 'too-large',
  },
  'a single line of 30 MB': {
    name: 'a.txt',
    make: () => text('0123456789'.repeat(3 << 20)),
    reason: 'too-large',
  },
  'a single line of a million spaces': {
    name: 'a.txt',
    make: () => text(`${' '.repeat(1_000_000)}x`),
    reason: 'not-a-report',
  },
  'a single line of 190,000 bars': {
    name: 'a.txt',
    make: () => text('|0'.repeat(190_000)),
    reason: 'too-large',
  },
  'a single line of half a million numbers': {
    name: 'a.txt',
    make: () => text('1 '.repeat(500_000)),
    reason: 'not-a-report',
  },
  'a form of 250,000 digits run together': {
    name: 'a.txt',
    make: () => text(`本年新收政府信息公开申请数量自然人总计结转予以公开规章信息内容${'1'.repeat(250_000)}`),
    reason: 'not-a-report',
  },
};
