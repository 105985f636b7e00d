import { makeZip } from '../make-zip.ts';

const X = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface SheetXml {
  readonly rows: string;
  readonly before?: string;
  readonly merges?: readonly string[];
  readonly state?: string;
}

const STYLES = `<styleSheet xmlns="${X}"><numFmts><numFmt numFmtId="200" formatCode="#,##0.00_ ;[Red]\\-#,##0.00\\ "/></numFmts>
  <borders><border><left/><right/></border><border><left style="thin"/><right style="thin"/></border></borders>
  <cellXfs><xf/><xf borderId="1"/><xf numFmtId="10"/><xf numFmtId="200"/><xf numFmtId="14"/></cellXfs></styleSheet>`;

/** Style numbers of the workbooks made here. */
export const STYLE = { plain: 0, bordered: 1, percent: 2, money: 3, date: 4 } as const;

export const makeXlsx = (sheets: readonly SheetXml[], strings: readonly string[] = []): Uint8Array => {
  const links = [
    ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
    ['styles', 'styles.xml'] as const,
    ['sharedStrings', 'sharedStrings.xml'] as const,
  ];
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${X}" xmlns:r="${R}"><sheets>${sheets
      .map(({ state = 'visible' }, i) => `<sheet name="S${i}" state="${state}" r:id="rId${i}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links
      .map(([type, target], i) => `<Relationship Id="rId${i}" Type="${R}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`,
    'xl/styles.xml': STYLES,
    'xl/sharedStrings.xml': `<sst xmlns="${X}">${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
  };
  for (const [i, { rows, before = '', merges = [] }] of sheets.entries()) {
    const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="${X}">${before}<sheetData>${rows}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
  }
  return makeZip(parts);
};

/** A row of cells: a number, or a text written in the cell itself; undefined for no cell. */
export const row = (
  at: number,
  values: readonly (string | number | undefined)[],
  style: number = STYLE.plain,
): string => {
  const cells = values.map((value, i) => {
    const place = `r="${String.fromCharCode(65 + i)}${at}" s="${style}"`;
    if (value === undefined) return '';
    if (value === '') return `<c ${place}/>`;
    return typeof value === 'number'
      ? `<c ${place}><v>${value}</v></c>`
      : `<c ${place} t="inlineStr"><is><t>${value}</t></is></c>`;
  });
  return `<row r="${at}">${cells.join('')}</row>`;
};
