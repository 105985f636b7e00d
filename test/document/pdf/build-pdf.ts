import { deflateSync } from 'node:zlib';

/** A stream with its dictionary's other entries; `Length` is added. */
export interface StreamSource {
  readonly entries: string;
  readonly content: Uint8Array | string;
}

export type ObjectSource = string | StreamSource;

const bytesOf = (content: Uint8Array | string): Buffer =>
  typeof content === 'string' ? Buffer.from(content, 'latin1') : Buffer.from(content);

/** A stream under FlateDecode. */
export const deflated = (content: Uint8Array | string, entries = ''): StreamSource => ({
  entries: `/Filter /FlateDecode ${entries}`,
  content: deflateSync(bytesOf(content)),
});

/** Writes a PDF of the given objects, numbered from 1, with a cross-reference table; object 1 is the catalog. */
export const buildPdf = (objects: readonly ObjectSource[], trailer = ''): Uint8Array => {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  for (const [i, object] of objects.entries()) {
    offsets.push(length);
    if (typeof object === 'string') add(Buffer.from(`${i + 1} 0 obj\n${object}\nendobj\n`, 'latin1'));
    else {
      const content = bytesOf(object.content);
      add(
        Buffer.from(`${i + 1} 0 obj\n<< ${object.entries} /Length ${content.length} >>\nstream\n`, 'latin1'),
      );
      add(content);
      add(Buffer.from('\nendstream\nendobj\n', 'latin1'));
    }
  }
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`, 'latin1'));
  add(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\n`, 'latin1'));
  add(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'));
  return new Uint8Array(Buffer.concat(parts));
};

/** A stream as it is. */
export const plain = (content: Uint8Array | string, entries = ''): StreamSource => ({ entries, content });

/** Catalog, page tree and Helvetica as objects 1 to 3, then pages with their contents. */
export const pdfOfPages = (
  contents: readonly (StreamSource | string)[],
  page = '/MediaBox [0 0 595 842]',
  more: readonly ObjectSource[] = [],
): Uint8Array => {
  const first = 4;
  const kids = contents.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  return buildPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...contents.flatMap((content, i) => [
      `<< /Type /Page /Parent 2 0 R ${page} /Contents ${first + 2 * i + 1} 0 R ` +
        `/Resources << /Font << /F1 3 0 R >> /XObject << /X1 ${first + 2 * contents.length} 0 R >> >> >>`,
      typeof content === 'string' ? plain(content) : content,
    ]),
    ...more,
  ]);
};

/** Text at a place on the page, in points from its lower left corner. */
export const textAt = (x: number, y: number, text: string, size = 10): string =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET\n`;

/** A line from point to point. */
export const lineFrom = (x0: number, y0: number, x1: number, y1: number): string =>
  `${x0} ${y0} m ${x1} ${y1} l S\n`;
