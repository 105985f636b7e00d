import { makeZip } from '../make-zip.ts';

const part = (root: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><ofd:${root} xmlns:ofd="http://www.ofdspec.org/2016">${body}</ofd:${root}>`;

/** A page's content: layers hold what is printed. */
export const page = (objects: string, more = ''): string =>
  part('Page', `${more}<ofd:Content><ofd:Layer ID="9">${objects}</ofd:Layer></ofd:Content>`);

/** Text at a place in millimetres from the page's top left corner. */
export const textAt = (x: number, y: number, text: string, attributes = ''): string =>
  `<ofd:TextObject ID="1" Boundary="${x} ${y} 80 5" Size="4"><ofd:TextCode X="0" Y="4" ${attributes}>${text}</ofd:TextCode></ofd:TextObject>`;

/** A line in millimetres. */
export const lineFrom = (x0: number, y0: number, x1: number, y1: number): string =>
  `<ofd:PathObject ID="2" Boundary="${x0} ${y0} ${x1 - x0} ${y1 - y0}"><ofd:AbbreviatedData>M 0 0 L ${x1 - x0} ${y1 - y0}</ofd:AbbreviatedData></ofd:PathObject>`;

/** An OFD archive of the given pages; `parts` adds or replaces parts by name. */
export const makeOfd = (
  pages: readonly string[],
  parts: Readonly<Record<string, string | Uint8Array>> = {},
  common = '',
): Uint8Array => {
  const list = pages
    .map((_, i) => `<ofd:Page ID="${i + 1}" BaseLoc="Pages/Page_${i}/Content.xml"/>`)
    .join('');
  const area = '<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>';
  return makeZip({
    'OFD.xml': part('OFD', '<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>'),
    'Doc_0/Document.xml': part(
      'Document',
      `<ofd:CommonData>${area}${common}</ofd:CommonData><ofd:Pages>${list}</ofd:Pages>`,
    ),
    ...Object.fromEntries(pages.map((content, i) => [`Doc_0/Pages/Page_${i}/Content.xml`, content])),
    ...parts,
  });
};
