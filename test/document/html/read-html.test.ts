import fc from 'fast-check';
import type { Table } from '../../../shared/document/document.ts';
import { htmlToBlocks, readHtml } from '../../../shared/document/html/read-html.ts';
import { cases } from '../../cases.ts';

const gridOf = (html: string): string[] => {
  const table = htmlToBlocks(html).find((block): block is Table => block.kind === 'table');
  return (table?.cells ?? []).map(({ row, column, text }) => `${row},${column} ${text}`);
};

describe('the grid of a table', () => {
  test('spans push later cells to the right and down', () => {
    expect(gridOf('<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁<tr><td>戊</table>')).toEqual([
      '0,0 甲',
      '0,1 乙',
      '1,1 丙',
      '1,2 丁',
      '2,0 戊',
    ]);
  });

  test('empty cells and cells of non-breaking space are there, and empty', () => {
    expect(gridOf('<table><tr><td>&nbsp;</td><td><o:p> </o:p></td><td></td></tr></table>')).toEqual([
      '0,0 ',
      '0,1 ',
      '0,2 ',
    ]);
  });

  test('a forged span does not make a grid of millions', () => {
    const start = performance.now();
    expect(gridOf('<table><tr><td colspan=999999999 rowspan=999999999>甲<td>乙</table>')).toEqual([
      '0,0 甲',
      '0,1000 乙',
    ]);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('a table that only lays out the page is opened up', () => {
    const html = '<table><tr><td><p>前言</p><table><tr><td>1<td>2</table><p>后语</p></td></tr></table>';
    expect(
      htmlToBlocks(html).map((block) => (block.kind === 'paragraph' ? block.text : block.cells.length)),
    ).toEqual(['前言', 2, '后语']);
  });
});

describe('what a page shows', () => {
  test('scripts, styles and hidden elements are not read', () => {
    const html =
      '<p>看得见</p><script>document.write("<p>不</p>")</script><style>p{}</style><p style="display: none">不</p><p hidden>不</p>';
    expect(htmlToBlocks(html)).toMatchObject([{ text: '看得见' }]);
  });

  test('a number in several spans is one number', () => {
    expect(gridOf('<table><tr><td><span>1</span><font>2</font>3</td></tr></table>')).toEqual(['0,0 123']);
  });

  test.each([
    ['<span style="text-decoration: line-through">4</span>3', '4\u03363'],
    ['<p style="TEXT-DECORATION:LINE-THROUGH">4</p><p>3</p>', '4\u0336\n3'],
    ['<del><b>4</b></del><ins>3</ins>', '4\u03363'],
    ['3<span style="vertical-align:super;font-size:8px">1</span>', '3¹'],
    ['3<a style="vertical-align: sub">1</a>0', '3₁0'],
    ['<span style="vertical-align:middle">3</span>1', '31'],
    ['<p style="vertical-align:super">31</p>', '31'],
  ])('a number struck out, raised or lowered is not one with the number beside it: %s', (cell, text) => {
    expect(gridOf(`<table><tr><td>${cell}</td></tr></table>`)).toEqual([`0,0 ${text}`]);
  });

  test('a title stands in for a heading that the body lacks', () => {
    const html = '<title>某局2024年政府信息公开工作年度报告</title><p>一、总体情况</p>';
    expect(htmlToBlocks(html)).toMatchObject([
      { text: '某局2024年政府信息公开工作年度报告' },
      { text: '一、总体情况' },
    ]);
  });
});

describe('a page that was cut off', () => {
  test.each(['<table><tr><td>1', '<p>甲</p><table><tr><td>1</td></tr', '<p>甲</p><ta'])(
    '%s is damaged',
    (html) => {
      expect(readHtml(Buffer.from(html))).toMatchObject({ ok: false, rejection: { reason: 'damaged' } });
    },
  );

  test('no text of markup is thrown at', () => {
    const piece = fc.constantFrom(
      '<table>',
      '<tr>',
      '<td colspan=3>',
      '</td>',
      '</table>',
      '<p>',
      '甲',
      '1',
      '&nbsp;',
      '<!--',
      '-->',
      '<br>',
      '<',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(typeof readHtml(Buffer.from(pieces.join(''))).ok).toBe('boolean');
      }),
      cases(300),
    );
  });
});
