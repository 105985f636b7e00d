import { readXlsx } from '../../../shared/document/xlsx/read-xlsx.ts';
import { shown } from '../show-blocks.ts';
import { makeXlsx, row, type SheetXml, STYLE } from './make-xlsx.ts';

const read = (rows: string, more: Partial<SheetXml> = {}, strings?: string[]): string[] =>
  shown(readXlsx(makeXlsx([{ rows, ...more }], strings)));

describe('cells of a workbook', () => {
  test('print without the noise of binary fractions, and as their format says', () => {
    const cells = [
      '<c r="A1"><v>0.30000000000000004</v></c>',
      `<c r="B1" s="${STYLE.percent}"><v>0.4567</v></c>`,
      `<c r="C1" s="${STYLE.money}"><v>-1234567.891</v></c>`,
      `<c r="D1" s="${STYLE.date}"><v>45292</v></c>`,
      '<c r="E1" t="b"><v>1</v></c>',
      '<c r="F1" t="e"><v>#REF!</v></c>',
    ].join('');
    expect(read(`<row r="1">${cells}</row>`)).toEqual([
      '0,0 0.3',
      '0,1 45.67%',
      '0,2 -1,234,567.89',
      '0,3 2024年1月1日',
      '0,4 TRUE',
      '0,5 #REF!',
    ]);
  });

  test('take shared texts in several runs, without phonetic guides', () => {
    const strings = [
      '<r><t>规</t></r><r><t xml:space="preserve">章</t></r><rPh><t>guī</t></rPh>',
      '<t>甲_x000D_\n乙</t>',
    ];
    expect(
      read('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>', {}, strings),
    ).toEqual(['0,0 规章', '0,1 甲\n乙']);
  });

  test('keep a number that is struck out or raised apart from the number beside it', () => {
    const struck = '<r><rPr><strike/></rPr><t>4</t></r><r><rPr><strike val="0"/></rPr><t>3</t></r>';
    const raised = '<r><t>3</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r>';
    const cells = [
      '<c r="A1" t="s"><v>0</v></c>',
      `<c r="B1" t="inlineStr"><is>${struck}</is></c>`,
      `<c r="C1" t="inlineStr"><is>${raised}</is></c>`,
      '<c r="D1"><v>5</v></c>',
    ];
    expect(read(`<row r="1">${cells.join('')}</row>`, {}, [struck])).toEqual([
      '0,0 4\u03363',
      '0,1 4\u03363',
      '0,2 3¹',
      '0,3 5',
    ]);
  });

  test('show the result of a formula, and its text where nothing has worked it out', () => {
    const cells = '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>SUM(A1:A2)</f></c>';
    expect(read(`<row r="1">${cells}</row>`)).toEqual(['0,0 2', '0,1 =SUM(A1:A2)']);
  });

  test('that refer to a text that is not there are damaged', () => {
    expect(read('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')).toEqual(['rejected: damaged']);
  });

  test('hidden with their row, column or sheet are left out', () => {
    const hiddenRow = row(2, ['甲', 1]).replace('<row ', '<row hidden="1" ');
    const before = '<cols><col min="3" max="3" hidden="true"/></cols>';
    const rows = row(1, ['乙', 2, 3]) + hiddenRow;
    expect(read(rows, { before })).toEqual(['0,0 乙', '0,1 2']);
    const sheets = [{ rows: row(1, ['a', 'b']), state: 'hidden' }, { rows: row(1, ['c', 'd']) }];
    expect(shown(readXlsx(makeXlsx(sheets)))).toEqual(['0,0 c', '0,1 d']);
  });
});

describe('a sheet', () => {
  test('is cut into paragraphs and tables', () => {
    const rows = [
      row(1, ['某局2024年政府信息公开工作年度报告']),
      row(2, ['一、总体情况']),
      row(3, ['全年收到申请3件。']),
      row(5, ['第二十条第（一）项']),
      row(6, ['规章', 1, 0, 11]),
      row(7, ['二、其他']),
    ].join('');
    expect(read(rows, { merges: ['A1:D1', 'A3:D3', 'A5:D5'] })).toEqual([
      '某局2024年政府信息公开工作年度报告',
      '一、总体情况',
      '全年收到申请3件。',
      '0,0 1x4 第二十条第（一）项',
      '1,0 规章',
      '1,1 1',
      '1,2 0',
      '1,3 11',
      '二、其他',
    ]);
  });

  test('keeps the blanks of a form: boxes without content, merged or not', () => {
    const rows = row(1, ['维持', '纠正', '总计', '备注']) + row(2, ['', '', '', ''], STYLE.bordered);
    expect(read(rows, { merges: ['C2:D2'] }).slice(4)).toEqual(['1,0 ', '1,1 ', '1,2 1x2 ']);
    expect(read(row(1, ['维持', '纠正', '总计']) + row(2, [1, undefined, 1])).slice(3)).toEqual([
      '1,0 1',
      '1,1 ',
      '1,2 1',
    ]);
  });

  test('keeps the row of a label whose numbers are all blank, and ends a table at a heading', () => {
    const rows = [
      row(1, ['一、新收', 3, 3]),
      row(2, ['（一）予以公开']),
      row(3, ['1.属于国家秘密']),
      row(4, ['四、结转', 0, 0]),
    ];
    const heading = [row(5, ['四、行政复议、行政诉讼情况']), row(6, ['维持', '纠正', '总计'])];
    expect(read([...rows, ...heading].join(''))).toEqual([
      ...[
        '0,0 一、新收',
        '0,1 3',
        '0,2 3',
        '1,0 （一）予以公开',
        '1,1 ',
        '1,2 ',
        '2,0 1.属于国家秘密',
        '2,1 ',
        '2,2 ',
      ],
      ...['3,0 四、结转', '3,1 0', '3,2 0', '四、行政复议、行政诉讼情况', '0,0 维持', '0,1 纠正', '0,2 总计'],
    ]);
  });

  test('cuts a long text with line breaks into its paragraphs', () => {
    expect(read(row(1, ['一、总体情况\n（一）主动公开。公开3条。\n（二）依申请公开。']))).toEqual([
      '一、总体情况',
      '（一）主动公开。公开3条。',
      '（二）依申请公开。',
    ]);
  });

  test('gives the place that the sheet itself shows', () => {
    const result = readXlsx(makeXlsx([{ rows: row(5, [undefined, '甲', 1]) }]));
    expect(result.ok && result.document.blocks[0]).toMatchObject({
      rows: 'exact',
      columns: 'exact',
      cells: [
        { at: { table: 1, row: 5, column: 2 }, row: 0, column: 0 },
        { at: { table: 1, row: 5, column: 3 } },
      ],
    });
  });

  test('takes merged whole rows and columns for what they cover of the used area', () => {
    expect(read(row(1, ['表']) + row(2, ['甲', 1]), { merges: ['A1:XFD1'] })).toEqual([
      '表',
      '0,0 甲',
      '0,1 1',
    ]);
  });
});
