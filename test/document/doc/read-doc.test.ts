import { readFileSync } from 'node:fs';
import { readDoc } from '../../../shared/document/doc/read-doc.ts';
import { makeCompoundFile } from '../ole/make-compound-file.ts';
import { shown } from '../show-blocks.ts';
import { atDepth, type MadeDocument, makeDoc, row, rowDefinition, rowEnd } from './make-doc.ts';

const read = (made: MadeDocument): string[] => shown(readDoc(makeDoc(made)));
const paragraphs = (...texts: string[]) => texts.map((text) => ({ text }));
const DELETED = [0x00, 0x08, 1];
const HIDDEN = [0x3c, 0x08, 1];

describe('text of a Word 97 document', () => {
  test('comes paragraph by paragraph, without empty ones', () => {
    expect(read({ paragraphs: paragraphs('第一段\r', '\r', '第二段\u000b换行\r') })).toEqual([
      '第一段',
      '第二段\n换行',
    ]);
  });

  test('may stand in pieces, some of one byte a character', () => {
    expect(
      read({
        paragraphs: paragraphs('Caf\u00e9 12件\r', '下一段\r'),
        pieces: [{ length: 5, narrow: true }, { length: 4 }, { length: 4 }],
      }),
    ).toEqual(['Café 12件', '下一段']);
  });

  test('leaves out what is deleted or hidden', () => {
    expect(
      read({
        paragraphs: paragraphs('收到13件15件\r'),
        runs: [
          { from: 0, to: 2, modifiers: [] },
          { from: 2, to: 5, modifiers: DELETED },
          { from: 5, to: 7, modifiers: [] },
          { from: 7, to: 8, modifiers: HIDDEN },
          { from: 8, to: 9, modifiers: [] },
        ],
      }),
    ).toEqual(['收到15']);
  });

  test('leaves out a piece that was deleted in a fast save', () => {
    expect(
      read({
        paragraphs: paragraphs('收到13件15件\r'),
        pieces: [{ length: 2 }, { length: 3, prm: (0x41 << 1) | (1 << 8) }, { length: 4 }],
        flags: 0x0004,
      }),
    ).toEqual(['收到15件']);
  });

  test('goes on in the next paragraph where a revision deleted the mark between them', () => {
    expect(
      read({
        paragraphs: paragraphs('前半\r', '后半\r'),
        runs: [
          { from: 0, to: 2, modifiers: [] },
          { from: 2, to: 3, modifiers: DELETED },
          { from: 3, to: 6, modifiers: [] },
        ],
      }),
    ).toEqual(['前半后半']);
  });

  test('has the results of fields and not their instructions', () => {
    expect(
      read({
        paragraphs: paragraphs('共\u0013 REF \u0013x\u0014y\u0015 a \u001412\u0015件\u0013 PAGE \u0015\r'),
      }),
    ).toEqual(['共12件']);
  });

  test('ends with the text boxes that are anchored nowhere', () => {
    expect(read({ paragraphs: paragraphs('正文\r', '文本框\r'), mainText: 3 })).toEqual(['正文', '文本框']);
  });
});

describe('tables of a Word 97 document', () => {
  const COVERED = 0x20;
  const START = 0x60;

  test('make one grid of the borders of all rows', () => {
    expect(
      read({
        paragraphs: [
          ...row(['合并', 'C'], rowDefinition([0, 2000, 3000])),
          ...row(['a', '', 'c'], rowDefinition([0, 1000, 2000, 3000])),
          { text: '后\r' },
        ],
      }),
    ).toEqual(['0,0 1x2 合并', '0,2 C', '1,0 a', '1,1 ', '1,2 c', '后']);
  });

  test('join cells downwards', () => {
    const edges = [0, 1000, 2000];
    expect(
      read({
        paragraphs: [
          ...row(['竖', '1'], rowDefinition(edges, [START, 0])),
          ...row(['', '2'], rowDefinition(edges, [COVERED, 0])),
          ...row(['', '3'], rowDefinition(edges, [COVERED, 0])),
          ...row(['新', '4'], rowDefinition(edges, [START, 0])),
          { text: '\r' },
        ],
      }),
    ).toEqual(['0,0 3x1 竖', '0,1 1', '1,1 2', '2,1 3', '3,0 新', '3,1 4']);
  });

  // The 1997 description gives the first cell 1 and the covered ones 2; [MS-DOC] the first 2 or 3 and the others 1.
  test.each([
    [1, 2],
    [2, 1],
    [3, 1],
  ])('join cells sideways, the first marked %i and the next %i', (first, next) => {
    expect(
      read({
        paragraphs: [
          ...row(['合', '', '', 'D'], rowDefinition([0, 100, 200, 300, 400], [first, next, next, 0])),
          ...row(['a', 'b', 'c', 'd'], rowDefinition([0, 100, 200, 300, 400])),
          { text: '\r' },
        ],
      }),
    ).toEqual(['0,0 1x3 合', '0,3 D', '1,0 a', '1,1 b', '1,2 c', '1,3 d']);
  });

  test('may be defined by inserted cells alone', () => {
    const inserted = [0x21, 0x76, 0, 2, 0xe8, 0x03];
    expect(read({ paragraphs: [...row(['a', 'b'], inserted), { text: '\r' }] })).toEqual(['0,0 a', '0,1 b']);
  });

  test('may have their definition in the data stream', () => {
    const definition = rowEnd(...rowDefinition([0, 2000, 3000], [0, 0]));
    const data = Uint8Array.of(0, 0, definition.length, 0, ...definition);
    expect(
      read({
        paragraphs: [
          ...row(['a', 'b', 'c'], rowDefinition([0, 1000, 2000, 3000])),
          { text: '合并\u0007', modifiers: atDepth(1) },
          { text: 'd\u0007', modifiers: atDepth(1) },
          { text: '\u0007', modifiers: [0x46, 0x66, 2, 0, 0, 0] },
          { text: '\r' },
        ],
        data,
      }),
    ).toEqual(['0,0 a', '0,1 b', '0,2 c', '1,0 1x2 合并', '1,2 d']);
  });

  test('drop a row whose mark a revision deleted', () => {
    expect(
      read({
        paragraphs: [
          ...row(['a', '1'], rowDefinition([0, 1000, 2000])),
          ...row(['b', '2'], rowDefinition([0, 1000, 2000])),
          { text: '\r' },
        ],
        runs: [
          { from: 0, to: 5, modifiers: [] },
          { from: 5, to: 10, modifiers: DELETED },
          { from: 10, to: 11, modifiers: [] },
        ],
      }),
    ).toEqual(['0,0 a', '0,1 1']);
  });

  test('leave the columns open where borders and cells do not match', () => {
    const result = readDoc(
      makeDoc({ paragraphs: [...row(['a', 'b', 'c'], rowDefinition([0, 1000, 2000])), { text: '\r' }] }),
    );
    expect(result.ok && result.document.blocks[0]).toMatchObject({ rows: 'exact', columns: 'ragged' });
  });
});

describe('a Word document that is not read', () => {
  const sound = makeDoc({ paragraphs: paragraphs('正文\r') });

  test.each([
    ['that asks for a password', makeDoc({ paragraphs: paragraphs('正文\r'), flags: 0x0100 }), 'encrypted'],
    ['of Word 6', makeDoc({ paragraphs: paragraphs('正文\r'), signature: 0xa5dc }), 'unsupported-format'],
    ['whose text does not end', makeDoc({ paragraphs: paragraphs('正文\r', '没有段末') }), 'damaged'],
    ['with a field that does not end', makeDoc({ paragraphs: paragraphs('\u0013 REF x\r') }), 'damaged'],
    ['with a cell outside a table', makeDoc({ paragraphs: paragraphs('1\u0007', '\r') }), 'damaged'],
    [
      'with a row that does not end',
      makeDoc({ paragraphs: [...row(['1'], []).slice(0, 1), { text: '\r' }] }),
      'damaged',
    ],
    [
      'with 20,000 tables in each other',
      makeDoc({ paragraphs: [{ text: '深\r', modifiers: atDepth(20_000) }, { text: '\r' }] }),
      'too-large',
    ],
    ['that is really a workbook', readFileSync('test/reports/f1-official-2021.xls'), 'unsupported-format'],
    [
      'with an encrypted package',
      makeCompoundFile({ EncryptedPackage: new Uint8Array(8), EncryptionInfo: new Uint8Array(8) }),
      'encrypted',
    ],
    ['that is a picture', makeDoc({ paragraphs: paragraphs('\u0001\r') }), 'scanned'],
    ['that is empty', new Uint8Array(), 'damaged'],
    ['cut in its last third', sound.subarray(0, sound.length * 0.7), 'damaged'],
  ])('one %s', (_, bytes, reason) => {
    expect(shown(readDoc(bytes))).toEqual([`rejected: ${reason}`]);
  });
});

test('a document with everything Word can do comes out as it is printed', () => {
  expect(shown(readDoc(readFileSync('test/reports/made/word-features.doc')))).toEqual([
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
    '这一段的段末被删除，所以接在一起。',
    '换行前\n换行后\t制表后(括号)',
    '分页前',
    '分页后',
    '带文本框的段落',
    '文本框里的第一段',
    '文本框里的第二段，收到申请12件。',
    ...['0,0 1x2 表头', '0,2 A', '0,3 B', '1,0 3x1 竖', '1,1 x1', '1,2 1', '1,3 ', '2,1 x2', '2,2 1x2 2'],
    ...['3,1 两段\n一格', '3,2 3', '3,3 123', '4,0 ', '4,1 ', '4,2 缩进行', '4,3 尾'],
    '表间段落',
    ...['0,0 外1', '0,1 ', '1,0 外3', '1,1 外4'],
    ...['0,0 内1', '0,1 内2', '1,0 内3', '1,1 '],
    '嵌套之后',
    '版式表里的段落',
    ...[0, 1, 2, 3].flatMap((r) => [0, 1, 2, 3, 4].map((c) => `${r},${c} c${r}${c}`)),
    '表后的段落',
    '最后一段。',
  ]);
});
