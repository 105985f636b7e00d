import { readFileSync } from 'node:fs';
import { readRtf } from '../../../shared/document/rtf/read-rtf.ts';
import { shown } from '../show-blocks.ts';

const read = (rtf: string): string[] => shown(readRtf(Buffer.from(rtf, 'latin1')));
const body = (text: string): string[] =>
  read(
    String.raw`{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman{\*\falt Times};}{\f1\fnil\fcharset134 \'cb\'ce\'cc\'e5;}{\f2\fcharset2 Symbol;}{\f3\fcharset128 MS Mincho;}}{\stylesheet{\s1 heading;}}{\info{\title x}}${text}}`,
  );

describe('text of an RTF document', () => {
  test('comes paragraph by paragraph, without empty ones and what is no text', () => {
    expect(
      body(
        String.raw`{\header \'d2\'b3\'c3\'bc\par}{\*\generator x;}a\par\par b{\footnote c}{\*\bkmkstart d}{\pict\bin3 }{}}e\tab f\line g\par`,
      ),
    ).toEqual(['a', 'be\tf\ng']);
  });

  test.each([
    ['two escapes', String.raw`\f1 \'d0\'c5\'cf\'a2`, '信息'],
    ['an escape and a letter', String.raw`\f1 \'8f@x`, '廆x'],
    ['raw bytes', '\\f1 \xd0\xc5\xcf\xa2', '信息'],
    ['a western font in a Chinese document', String.raw`\f0 \'d0\'c5\'cf\'a2`, '信息'],
    ['a western font and no Chinese character', String.raw`\f0 caf\'e9\par`, 'café'],
    ['a Japanese font', String.raw`\f3 \'8f\'ee\'95\'f1\'b1`, '情報ｱ'],
    ['a code of Unicode with its stand-in', String.raw`\u20449\'3f\uc2 \u24687\'cf\'a2x`, '信息x'],
    ['a negative code and no stand-in', String.raw`\uc0 \u-30078 x`, '誂x'],
    ['two halves of one character', String.raw`\uc1\u-10176?\u-9048?`, '𠂨'],
    ['a code whose stand-in is missing', String.raw`\uc1\u20449\tab x`, '信x'],
    ['escaped signs', String.raw`\{\}\\\~\_`, '{}\\\u00a0-'],
    ['words for signs', String.raw`\ldblquote a\rdblquote\emdash b`, '“a”—b'],
  ])('reads %s', (_, rtf, text) => {
    expect(body(rtf)).toEqual([text.trim()]);
  });

  test('leaves out what is deleted or hidden', () => {
    expect(body(String.raw`\'ca{\deleted 13}{\v no}15{\v x\v0 y}\plain z{\deleted \par}w\par`)).toEqual([
      'Ê15yzw',
    ]);
  });

  test('has the results of fields and not their instructions', () => {
    expect(body(String.raw`a{\field{\*\fldinst {PAGE }}{\fldrslt {12}}}b\par`)).toEqual(['a12b']);
  });

  test('has the printed numbers of lists and no bullets', () => {
    expect(
      body(
        String.raw`{\listtext\f1 \'d2\'bb\'a1\'a2\tab}a\par{\listtext 1.\tab}b\par{\listtext\f2 \'b7\tab}c\par{\pntext 2)\tab}{\*\pn\pndec}d\par`,
      ),
    ).toEqual(['一、a', '1. b', 'c', '2) d']);
  });

  test('has text boxes after their paragraph', () => {
    expect(
      body(
        String.raw`a{\shp{\*\shpinst\shpleft1{\sp{\sn x}{\sv 1}}{\shptxt box\par more\par}}{\shprslt{\*\do{\dptxbxtext box}}}}b\par c\par`,
      ),
    ).toEqual(['ab', 'box', 'more', 'c']);
  });

  test('prefers the Unicode of a pair', () => {
    expect(body(String.raw`{\upr{old}{\*\ud{\u20449 ?}}}x\par`)).toEqual(['信x']);
  });

  test('takes no word of JavaScript for one of its own', () => {
    expect(body(String.raw`a\constructor b\toString c\hasOwnProperty1 d\par`)).toEqual(['abcd']);
  });
});

describe('tables of an RTF document', () => {
  test('make one grid of the borders of all rows', () => {
    expect(
      body(
        String.raw`\trowd\trleft-108\cellx2000\cellx3000\pard\intbl a\cell b\cell\row\trowd\trleft-108\cellx1000\cellx2000\cellx3000 c\cell\cell d\par e\cell\row\pard after\par`,
      ),
    ).toEqual(['0,0 1x2 a', '0,2 b', '1,0 c', '1,1 ', '1,2 d\ne', 'after']);
  });

  test('join cells sideways and downwards', () => {
    expect(
      body(
        String.raw`\trowd\clmgf\cellx1\clmrg\cellx2\clvmgf\cellx3\intbl a\cell\cell v\cell\row\trowd\cellx1\cellx2\clvmrg\cellx3 b\cell c\cell\cell\row`,
      ),
    ).toEqual(['0,0 1x2 a', '0,2 2x1 v', '1,0 b', '1,1 c']);
  });

  test('take the definition of the row before, where there is no other', () => {
    expect(body(String.raw`\trowd\cellx1\cellx2\intbl a\cell b\cell\row c\cell d\cell\row`)).toEqual([
      '0,0 a',
      '0,1 b',
      '1,0 c',
      '1,1 d',
    ]);
  });

  test('follow the table they stand in', () => {
    expect(
      body(
        String.raw`\trowd\cellx1\cellx2\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx1\cellx2\nestrow}{\nonesttables\par}\pard\intbl a\cell b\cell\row\trowd\cellx1\cellx2 c\cell d\cell\row`,
      ),
    ).toEqual(['0,0 a', '0,1 b', '1,0 c', '1,1 d', '0,0 x', '0,1 y']);
  });

  test('leave the columns open where borders and cells do not match', () => {
    const result = readRtf(
      Buffer.from(String.raw`{\rtf1\trowd\cellx1\cellx2\intbl a\cell b\cell c\cell\row}`),
    );
    expect(result.ok && result.document.blocks[0]).toMatchObject({ rows: 'exact', columns: 'ragged' });
  });
});

describe('an RTF document that is not read', () => {
  test.each([
    ['whose group does not end', String.raw`{\rtf1 {a}`, 'damaged'],
    ['that goes on after its end', String.raw`{\rtf1 a}b\par}`, 'damaged'],
    ['whose binary data are cut off', String.raw`{\rtf1 {\pict\bin99 }}`, 'damaged'],
    ['that is a picture', String.raw`{\rtf1{\*\shppict{\pict 00}}{\nonshppict{\pict 00}}\par}`, 'scanned'],
    ['with a broken escape', String.raw`{\rtf1 \'zz}`, 'damaged'],
    ['whose row does not end', String.raw`{\rtf1\trowd\cellx1\intbl a\cell\pard b\par}`, 'damaged'],
    ['with 20,000 groups in each other', `{\\rtf1 ${'{'.repeat(20_000)}${'}'.repeat(20_000)}}`, 'too-large'],
    ['with 20,000 tables in each other', String.raw`{\rtf1\pard\intbl\itap20000 a\nestcell}`, 'too-large'],
    ['with a row of 100,000 cells', String.raw`{\rtf1\trowd${'\\cellx1'.repeat(100_000)}}`, 'too-large'],
    ['with 3,000,000 marks', `{\\rtf1 ${'\\a'.repeat(3_000_000)}}`, 'too-large'],
  ])('one %s', (_, rtf, reason) => {
    const start = performance.now();
    expect(read(rtf)).toEqual([`rejected: ${reason}`]);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('trailing white space and zeros are no damage', () => {
    expect(read('{\\rtf1 a}\r\n\0')).toEqual(['a']);
  });
});

test('a document with everything Word can do comes out as it is printed', () => {
  const doc = shown(readRtf(readFileSync('test/reports/made/word-features.rtf')));
  expect(doc.slice(0, 18)).toEqual([
    '某某局2023年政府信息公开工作年度报告',
    '一、总体情况',
    '（一）主动公开',
    '1. 主动公开政府信息25条。',
    '2. 再一条',
    '（二）依申请公开',
    '二、列表样式标题',
    '五、重开编号',
    '项目符号',
    '第十一条十一',
    '第十二条十二',
    '全年收到申请15件，其中自然人14件。',
    '被删除，所以接在一起。',
    '换行前\n换行后\t制表后(括号)',
    '分页前',
    '分页后',
    '带文本框的段落',
    '文本框里的第一段',
  ]);
});
