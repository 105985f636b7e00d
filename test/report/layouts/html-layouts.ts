import type { Form, FormCell, FormTable } from './form.ts';
import { inReport } from './in-report.ts';

interface Markup {
  readonly rowSpans: boolean;
  readonly columnSpans: boolean;
  /** What an empty cell holds. */
  readonly empty: string;
  readonly inside: (text: string) => string;
}

const cellMarkup = ({ text, rowSpan, columnSpan }: FormCell, markup: Markup): string => {
  const spans = [
    markup.rowSpans && rowSpan ? ` rowspan="${rowSpan}"` : '',
    markup.columnSpans && columnSpan ? ` colspan=${columnSpan}` : '',
  ].join('');
  return `<td${spans}>${text === '' ? markup.empty : markup.inside(text)}</td>`;
};

const tableMarkup = ({ rows }: FormTable, markup: Markup): string =>
  `<table>${rows.map(({ cells }) => `<tr>${cells.map((cell) => cellMarkup(cell, markup)).join('')}</tr>`).join('\n')}</table>`;

const page =
  (markup: Markup) =>
  (form: Form): string =>
    `<html><body>${inReport(form)
      .map((part) => ('paragraph' in part ? `<p>${part.paragraph}</p>` : tableMarkup(part.table, markup)))
      .join('\n')}</body></html>`;

const plain: Markup = { rowSpans: true, columnSpans: true, empty: '&nbsp;', inside: (text) => text };
const word: Markup = {
  ...plain,
  empty: '<p><span><o:p>&nbsp;</o:p></span></p>',
  inside: (text) => `<p><span>${text.slice(0, 1)}</span><span>${text.slice(1)}</span></p>`,
};

export const HTML_LAYOUTS: Readonly<Record<string, (form: Form) => string>> = {
  'a web page': page(plain),
  'a page that Word wrote': page(word),
  'a page without rowspan': page({ ...plain, rowSpans: false }),
  'a page without colspan': page({ ...plain, columnSpans: false }),
  'a page without any span': page({ ...plain, rowSpans: false, columnSpans: false, empty: '' }),
};
