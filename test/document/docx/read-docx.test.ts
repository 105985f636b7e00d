import { readDocx } from '../../../shared/document/docx/read-docx.ts';
import { shown } from '../show-blocks.ts';
import { cell, type DocxParts, makeDocx, paragraph, run, table } from './make-docx.ts';

const read = async (body: string, parts?: DocxParts): Promise<string[]> =>
  shown(await readDocx(makeDocx(body, parts)));

describe('text of a Word document', () => {
  test('joins runs that break a number in two', async () => {
    expect(await read(paragraph(run('申请31') + run('19') + run('件')))).toEqual(['申请3119件']);
  });

  test('takes the accepted text of revisions', async () => {
    const revised = `${run('收到')}<w:del><w:r><w:delText>12</w:delText></w:r></w:del><w:ins>${run('15')}</w:ins>`;
    const moved = `<w:moveFrom>${run('旧')}</w:moveFrom><w:moveTo>${run('新')}</w:moveTo>`;
    expect(await read(paragraph(revised + moved))).toEqual(['收到15新']);
  });

  test('joins two paragraphs whose separating mark is deleted', async () => {
    const body = paragraph(run('全年收到'), '<w:rPr><w:del/></w:rPr>') + paragraph('3件。');
    expect(await read(body)).toEqual(['全年收到3件。']);
  });

  test('leaves a deleted row out', async () => {
    const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${cell('旧')}${cell('1')}</w:tr>`;
    const body = table([cell('甲'), cell('2')], [cell('乙'), cell('3')]).replace(
      '</w:tr>',
      `</w:tr>${deleted}`,
    );
    expect(await read(body)).toEqual(['0,0 甲', '0,1 2', '1,0 乙', '1,1 3']);
  });

  test('prints the result of a field and not its instruction', async () => {
    const field = ['begin', 'separate', 'end'].map(
      (type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`,
    );
    const body = `${field[0]}<w:r><w:instrText>=SUM(LEFT)</w:instrText></w:r>${field[1]}${run('42')}${field[2]}`;
    expect(await read(paragraph(body))).toEqual(['42']);
  });

  test('refuses text that a field without an end would swallow', async () => {
    const body = paragraph(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('收到申请3件')}`);
    expect(await read(body)).toEqual(['rejected: damaged']);
  });

  test('leaves hidden text out, hidden by itself or by a style', async () => {
    const styles = '<w:style w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style>';
    const hidden = run('隐', '<w:vanish/>') + run('藏', '<w:rStyle w:val="S"/>');
    expect(
      await read(paragraph(run('明') + hidden + run('显', '<w:vanish w:val="0"/>')), { styles }),
    ).toEqual(['明显']);
  });

  test('takes one of two alternative versions of a text box, after its paragraph', async () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const alternatives = `<mc:AlternateContent><mc:Choice Requires="wps">${box('框')}</mc:Choice><mc:Fallback>${box('框')}</mc:Fallback></mc:AlternateContent>`;
    expect(await read(paragraph(`${run('前')}<w:r>${alternatives}</w:r>${run('后')}`))).toEqual([
      '前后',
      '框',
    ]);
  });

  test('looks into content controls, links and smart tags', async () => {
    const inner = `<w:smartTag><w:hyperlink>${run('内')}</w:hyperlink></w:smartTag>`;
    const body = `<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent>${paragraph(inner)}</w:sdtContent></w:sdt>`;
    expect(await read(body)).toEqual(['内']);
  });

  test('keeps tabs and breaks, drops soft hyphens', async () => {
    const body = '<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:softHyphen/><w:br/><w:t>丙</w:t></w:r>';
    expect(await read(paragraph(body, '<w:tabs><w:tab w:val="left"/></w:tabs>'))).toEqual(['甲\t乙\n丙']);
  });

  test('reads strict documents and any prefix', async () => {
    expect(await read(paragraph('文'), { strict: true })).toEqual(['文']);
    expect(await read(paragraph('文'), { prefix: 'ns0' })).toEqual(['文']);
  });

  test('says that a document of pictures alone is a scan', async () => {
    expect(await read('<w:p><w:r><w:drawing/></w:r></w:p>')).toEqual(['rejected: scanned']);
  });

  test('reads the page that a program put in place of a body, and refuses one among other text', async () => {
    const page =
      '<html><body><p>一、总体情况</p><table><tr><td>规章</td><td>1</td></tr></table></body></html>';
    expect(await read('<w:altChunk r:id="rId0"/>', { page })).toEqual(['一、总体情况', '0,0 规章', '0,1 1']);
    const mixed = `${paragraph('文')}<w:altChunk r:id="rId0"/>`;
    expect(await read(mixed, { page })).toEqual(['rejected: damaged']);
    expect(await read('<w:altChunk r:id="rId9"/>')).toEqual(['rejected: damaged']);
  });
});

describe('automatic numbering', () => {
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'japaneseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>
    <w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="6"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
  const item = (text: string, depth: number, list = 5) =>
    paragraph(run(text), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);

  test('prints Chinese and decimal numbers, and begins lower levels again', async () => {
    const body = [
      item('总体情况', 0),
      item('主动公开', 1),
      item('甲', 2),
      item('乙', 2),
      item('申请', 1),
      item('丙', 2),
      item('情况', 0),
      item('丁', 1),
    ];
    expect(await read(body.join(''), { numbering })).toEqual([
      '一、总体情况',
      '（一）主动公开',
      '1. 甲',
      '2. 乙',
      '（二）申请',
      '1. 丙',
      '二、情况',
      '（一）丁',
    ]);
  });

  test('begins again where a list overrides its start, and only there', async () => {
    const body = item('甲', 0) + item('乙', 0, 6) + item('丙', 0, 6) + item('丁', 0);
    expect(await read(body, { numbering })).toEqual(['一、甲', '一、乙', '二、丙', '三、丁']);
  });

  test('comes from a style, and a paragraph can refuse it', async () => {
    const styles =
      '<w:style w:styleId="H"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style><w:style w:styleId="H2"><w:basedOn w:val="H"/></w:style>';
    const refused = '<w:pStyle w:val="H2"/><w:numPr><w:numId w:val="0"/></w:numPr>';
    const body = paragraph(run('甲'), '<w:pStyle w:val="H2"/>') + paragraph(run('乙'), refused);
    expect(await read(body, { styles, numbering })).toEqual(['一、甲', '乙']);
  });

  test('numbers the labels inside cells', async () => {
    expect(await read(table([cell(item('属于国家秘密', 2)), cell('0')]), { numbering })).toEqual([
      '0,0 1. 属于国家秘密',
      '0,1 0',
    ]);
  });
});

describe('tables of a Word document', () => {
  const vertical = (how?: string) => `<w:vMerge${how ? ` w:val="${how}"` : ''}/>`;

  test('places cells merged both ways', async () => {
    const body = table(
      [cell('大', `<w:gridSpan w:val="2"/>${vertical('restart')}`), cell('1')],
      [cell('', `<w:gridSpan w:val="2"/>${vertical()}`), cell('2')],
      [cell('甲'), cell('乙'), cell('')],
    );
    expect(await read(body)).toEqual(['0,0 2x2 大', '0,2 1', '1,2 2', '2,0 甲', '2,1 乙', '2,2 ']);
  });

  test('counts the columns left free before and after a row', async () => {
    const short = `<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>${cell('中')}${cell('右')}</w:tr>`;
    const body = table(['a', 'b', 'c', 'd'].map((text) => cell(text))).replace(
      '</w:tbl>',
      `${short}</w:tbl>`,
    );
    const result = await readDocx(makeDocx(body));
    expect(shown(result).slice(4)).toEqual(['1,1 中', '1,2 右']);
    expect(result.ok && result.document.blocks[0]).toMatchObject({ rows: 'exact', columns: 'exact' });
  });

  test('follows the older horizontal merge', async () => {
    const body = table([cell('甲', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('乙')]);
    expect(await read(body)).toEqual(['0,0 1x2 甲', '0,2 乙']);
  });

  test('does not trust columns when rows fill the grid unevenly', async () => {
    const result = await readDocx(
      makeDocx(
        table(
          ['a', 'b', 'c'].map((t) => cell(t)),
          [cell('d'), cell('e')],
        ),
      ),
    );
    expect(result.ok && result.document.blocks[0]).toMatchObject({ rows: 'exact', columns: 'ragged' });
  });

  test('gives places that count from 1, and paragraphs of a cell on lines of their own', async () => {
    const result = await readDocx(makeDocx(table([cell('甲'), cell(paragraph('乙') + paragraph('丙'))])));
    expect(result.ok && result.document.blocks[0]).toMatchObject({
      cells: [
        { at: { table: 1, row: 1, column: 1 } },
        { text: '乙\n丙', at: { table: 1, row: 1, column: 2 } },
      ],
    });
  });

  test('puts a table inside a cell after the table that holds it', async () => {
    const inner = table([cell('内1'), cell('内2')]);
    const row = ['1', '2', '3'].map((text) => cell(text));
    const body = table(row, [cell(paragraph('外') + inner + paragraph('')), cell('5'), cell('6')]);
    const result = await readDocx(makeDocx(body));
    expect(result.ok && result.document.blocks.length).toBe(2);
    expect(shown(result)).toEqual([
      '0,0 1',
      '0,1 2',
      '0,2 3',
      '1,0 外',
      '1,1 5',
      '1,2 6',
      '0,0 内1',
      '0,1 内2',
    ]);
  });

  test('looks through a table that only arranges the page', async () => {
    const inner = table([cell('a'), cell('b')], [cell('c'), cell('d')]);
    const body = table([cell(paragraph('一、总体情况') + inner)], [cell('落款')]);
    expect(await read(body)).toEqual(['一、总体情况', '0,0 a', '0,1 b', '1,0 c', '1,1 d', '落款']);
  });

  test('takes a box of one cell for the text in it', async () => {
    expect(await read(table([cell(table([cell('7')]) + paragraph('')), cell('8')]))).toEqual([
      '0,0 7',
      '0,1 8',
    ]);
  });
});

describe('a hostile Word document', () => {
  test('with 20,000 nested tables is rejected', async () => {
    const body = `${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(20_000)}`;
    expect(await read(body)).toEqual(['rejected: too-large']);
  });

  test('with a forged span is rejected', async () => {
    expect(await read(table([cell('1', '<w:gridSpan w:val="2000000000"/>')]))).toEqual([
      'rejected: too-large',
    ]);
  });

  test('with a document type is rejected, so that no entity can be defined', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
    expect(await read(paragraph('&b;'))).toEqual(['rejected: damaged']);
    expect(await read(`${bomb}${paragraph('文')}`)).toEqual(['rejected: damaged']);
  });
});
