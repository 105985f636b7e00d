import { readOdt } from '../../../shared/document/odt/read-odt.ts';
import { shown } from '../show-blocks.ts';
import { contentXml, makeOdt, type OdtParts } from './make-odt.ts';

const read = (body: string, parts?: OdtParts): string[] => shown(readOdt(makeOdt(body, parts)));
const p = (text: string): string => `<text:p>${text}</text:p>`;
const cell = (text: string, attributes = ''): string =>
  `<table:table-cell ${attributes}>${p(text)}</table:table-cell>`;
const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
const table = (...rows: string[]): string => `<table:table>${rows.join('')}</table:table>`;
const covered = (count = 1): string => `<table:covered-table-cell table:number-columns-repeated="${count}"/>`;

describe('text of an OpenDocument text', () => {
  test('counts spaces, tabs and line breaks, and takes runs of space for one', () => {
    expect(read(p('甲<text:s text:c="2"/>乙<text:tab/>丙<text:line-break/>丁\n   戊'))).toEqual([
      '甲  乙\t丙\n丁 戊',
    ]);
  });

  test('leaves out deletions, notes, remarks and hidden text', () => {
    const deleted = `<text:tracked-changes><text:changed-region><text:deletion>${p('旧')}</text:deletion></text:changed-region></text:tracked-changes>`;
    const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('注')}</text:note-body></text:note>`;
    const remark = `<office:annotation>${p('批')}</office:annotation>`;
    const automaticStyles =
      '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>';
    const hidden = '<text:span text:style-name="T1">隐</text:span>';
    expect(read(deleted + p(`新${note}${remark}${hidden}`), { automaticStyles })).toEqual(['新']);
  });

  test('leaves out deletions that are kept in place', () => {
    const region = '<text:changed-region text:id="c1"><text:deletion/></text:changed-region>';
    const kept = '新<text:change-start text:change-id="c1"/>旧<text:change-end text:change-id="c1"/>的';
    expect(read(`<text:tracked-changes>${region}</text:tracked-changes>${p(kept)}`)).toEqual(['新的']);
  });

  test('puts the text of a frame after its paragraph', () => {
    const frame = `<draw:frame><draw:text-box>${p('框')}</draw:text-box></draw:frame>`;
    expect(read(p(`前${frame}后`))).toEqual(['前后', '框']);
  });

  test('reads the form in a single XML file', () => {
    expect(shown(readOdt(Buffer.from(contentXml('document', p('文')))))).toEqual(['文']);
  });

  test('with a password is encrypted', () => {
    const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
    expect(read(p('文'), { manifest })).toEqual(['rejected: encrypted']);
  });
});

describe('lists of an OpenDocument text', () => {
  const level = (at: number, format: string, around: string) =>
    `<text:list-level-style-number text:level="${at}" style:num-format="${format}" ${around}/>`;
  const styles = `<text:list-style style:name="L">${level(1, '一, 二, 三, ...', 'style:num-suffix="、"')}${level(2, '1', 'style:num-prefix="（" style:num-suffix="）" text:display-levels="1"')}</text:list-style>`;
  const item = (content: string, attributes = '') =>
    `<text:list-item ${attributes}>${content}</text:list-item>`;
  const list = (content: string, attributes = '') =>
    `<text:list text:style-name="L" ${attributes}>${content}</text:list>`;

  test('print their numbers, on every level', () => {
    const inner = `<text:list>${item(p('甲'))}${item(p('乙'))}</text:list>`;
    expect(read(list(item(p('总体情况') + p('又及') + inner) + item(p('主动公开'))), { styles })).toEqual([
      '一、总体情况',
      '又及',
      '（1）甲',
      '（2）乙',
      '二、主动公开',
    ]);
  });

  test('go on after other text where they say so, and begin again where not', () => {
    const body =
      list(item(p('甲')), 'xml:id="a"') +
      p('文') +
      list(item(p('乙')), 'text:continue-list="a"') +
      list(item(p('丙')), 'text:continue-numbering="true"') +
      list(item(p('丁')));
    expect(read(body, { styles })).toEqual(['一、甲', '文', '二、乙', '三、丙', '一、丁']);
  });

  test('can begin at a stated number', () => {
    expect(read(list(item(p('甲'), 'text:start-value="4"') + item(p('乙'))), { styles })).toEqual([
      '四、甲',
      '五、乙',
    ]);
  });

  test('number headings where the document numbers its chapters', () => {
    const outline =
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="一" loext:num-list-format="%1%、"/></text:outline-style>';
    const body = '<text:h text:outline-level="1">甲</text:h><text:h text:outline-level="1">乙</text:h>';
    expect(read(body, { styles: outline })).toEqual(['一、甲', '二、乙']);
  });
});

describe('tables of an OpenDocument text', () => {
  test('places cells merged both ways', () => {
    const big = cell('大', 'table:number-columns-spanned="2" table:number-rows-spanned="2"');
    const body = table(
      row(big, covered(), cell('1')),
      row(covered(2), cell('2')),
      row(cell('甲'), cell('乙'), cell('')),
    );
    expect(read(body)).toEqual(['0,0 2x2 大', '0,2 1', '1,2 2', '2,0 甲', '2,1 乙', '2,2 ']);
    const result = readOdt(makeOdt(body));
    expect(result.ok && result.document.blocks[0]).toMatchObject({ rows: 'exact', columns: 'exact' });
  });

  test('places cells where the covered ones are not listed', () => {
    const body = table(
      row(cell('大', 'table:number-columns-spanned="2"'), cell('1')),
      row(cell('a'), cell('b'), cell('c')),
    );
    expect(read(body).slice(0, 2)).toEqual(['0,0 1x2 大', '0,2 1']);
  });

  test('repeats cells and rows', () => {
    const repeated = `<table:table-row table:number-rows-repeated="2">${cell('0', 'table:number-columns-repeated="2"')}</table:table-row>`;
    expect(read(table(repeated, row(cell('1'), cell('2'))))).toEqual([
      '0,0 0',
      '0,1 0',
      '1,0 0',
      '1,1 0',
      '2,0 1',
      '2,1 2',
    ]);
  });

  test('is rejected when it repeats without measure', () => {
    const body = table(
      `<table:table-row table:number-rows-repeated="1000000000">${cell('0')}</table:table-row>`,
    );
    expect(read(body)).toEqual(['rejected: too-large']);
    expect(read(table(row(cell('0', 'table:number-columns-repeated="1000000000"'))))).toEqual([
      'rejected: too-large',
    ]);
  });
});
