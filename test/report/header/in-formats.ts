import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { examine } from '../../../shared/checks/examine.ts';
import { REPORTS } from '../../accuracy/truth.ts';
import { paragraph } from '../../document/docx/make-docx.ts';

export interface Page {
  /** Lines that the page has above the title, as plain text. */
  readonly above?: readonly string[];
  readonly title?: string;
  /** Between title and section one. */
  readonly below?: readonly string[];
  /** Behind section six. */
  readonly end?: readonly string[];
}

export const PERIOD_2024 = '本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。';

const html = readFileSync(join(REPORTS, 'f1-official-2021.html'), 'utf8');
/** Sections one to six of a published report, which name no agency. */
const HTML_BODY = html.slice(html.indexOf('<p>一、总体情况'), html.indexOf('</body>'));
const TEXT_BODY = readFileSync(join(REPORTS, '003_2bbfb42973e84ecc.txt'), 'utf8');

const WORD_MAIN = 'word/document.xml';
const WORD_PARTS = unzipSync(readFileSync(join(REPORTS, 'f1-official-2021.docx')));
/** The same report in Word, cut before section one and behind section six. */
const [WORD_HEAD, WORD_BODY, WORD_END] = (() => {
  const xml = strFromU8(WORD_PARTS[WORD_MAIN]!);
  const head = xml.indexOf('<w:body>') + '<w:body>'.length;
  const body = xml.lastIndexOf('<w:p>', xml.indexOf('一、总体情况'));
  const end = xml.lastIndexOf('<w:sectPr>');
  return [xml.slice(0, head), xml.slice(body, end), xml.slice(end)];
})();

const paragraphs = (lines: readonly string[] = []): string =>
  lines.map((line) => `<p>${line.replaceAll('<', '&lt;')}</p>`).join('');

const FORMATS = {
  txt: ({ above = [], title, below = [], end = [] }: Page): Uint8Array =>
    Buffer.from([...above, ...(title ? [title] : []), ...below, TEXT_BODY, ...end].join('\n')),
  html: ({ above, title, below, end }: Page): Uint8Array =>
    webPage(
      `${paragraphs(above)}${title ? `<h1>${title}</h1>` : ''}${paragraphs(below)}${HTML_BODY}${paragraphs(end)}`,
    ),
  docx: ({ above = [], title, below = [], end = [] }: Page): Uint8Array => {
    const front = [...above, ...(title ? [title] : []), ...below].map((line) => paragraph(line)).join('');
    const back = end.map((line) => paragraph(line)).join('');
    const document = `${WORD_HEAD}${front}${WORD_BODY}${back}${WORD_END}`;
    return zipSync({ ...WORD_PARTS, [WORD_MAIN]: strToU8(document) });
  },
};

export const ALL_FORMATS = ['txt', 'html', 'docx'] as const;

/** A web page with the given body. */
export const webPage = (body: string, title = ''): Buffer =>
  Buffer.from(
    `<!DOCTYPE html><html><head><meta charset="utf-8">${title && `<title>${title}</title>`}</head><body>${body}</body></html>`,
  );

/** The web page of a report: what stands above section one, as HTML, and the page's own title. */
export const reportPage = (front: string, title?: string): Buffer => webPage(front + HTML_BODY, title);

/** What is made of the bytes, as of an upload without a telling name. */
export const examined = async (bytes: Uint8Array, format = 'html') => {
  const { report, findings, reason } = await examine(bytes, `report.${format}`);
  if (!report) throw new Error(`the report was rejected: ${reason}`);
  return {
    ...report.header,
    agency: report.agency,
    year: report.year,
    told: findings.filter(({ rule }) => rule.startsWith('header/')).map(({ rule }) => rule),
  };
};

/** A whole report in one of the formats, through its reader and all rules. */
export const readAs = (format: (typeof ALL_FORMATS)[number], page: Page) =>
  examined(FORMATS[format](page), format);
