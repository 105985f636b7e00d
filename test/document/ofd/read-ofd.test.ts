import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readOfd } from '../../../shared/document/ofd/read-ofd.ts';
import { cases } from '../../cases.ts';
import { figuresInOrder, knownFigures } from '../figures-in-order.ts';
import { makeZip } from '../make-zip.ts';
import { shown } from '../show-blocks.ts';
import { lineFrom, makeOfd, page, textAt } from './make-ofd.ts';

const sample = readFileSync('test/reports/f4-distinct-2021.ofd');

const read = (bytes: Uint8Array): string[] => shown(readOfd(bytes));

describe('a sample report', () => {
  test('has every figure in its cell, over page breaks too', () => {
    const result = readOfd(sample);
    if (!result.ok) throw new Error(result.rejection.message.en);
    expect(figuresInOrder(result.document.blocks)).toEqual(knownFigures('f4-distinct-2021'));
  });

  test('has its paragraphs whole, over page breaks too', () => {
    const texts = read(sample).filter((line) => !/^\d+,\d+ /.test(line));
    expect(texts.map((text) => text.slice(0, 8))).toEqual([
      '鄞州公安分局20',
      '2024 年度，',
      '一、总体情况',
      '（一）主动公开',
      '2024 年度，',
      '（二）依申请公开',
      '健全政府信息依申',
      '政府信息管理',
      '2024 年度，',
      '政府信息公开平台',
      '2024 年度，',
      '监督保障',
      '我局与区政府办公',
      '二、主动公开政府',
      '三、收到和处理政',
      '四、政府信息公开',
      '五、存在的主要问',
      '2024 年我局',
      '六、其他需要报告',
      '本年度未发出信息',
    ]);
  });
});

describe('the text of a page', () => {
  test('follows the distances between characters, with repeats', () => {
    const wide = textAt(20, 20, '一二三', 'DeltaX="g 2 4"');
    const split = textAt(20, 40, 'ab12', 'DeltaX="2 40 g 1 2"');
    expect(read(makeOfd([page(wide + split)]))).toEqual(['一二三', 'ab 12']);
  });

  test('begins where the text code before it began when it says nothing', () => {
    const two =
      '<ofd:TextObject ID="1" Boundary="20 20 80 5" Size="4"><ofd:TextCode X="0" Y="4">甲</ofd:TextCode>' +
      '<ofd:TextCode X="4">乙</ofd:TextCode></ofd:TextObject>';
    expect(read(makeOfd([page(two)]))).toEqual(['甲乙']);
  });

  test('is placed by the object’s transformation', () => {
    const scaled =
      '<ofd:TextObject ID="1" CTM="2 0 0 2 0 0" Boundary="60 20 80 5" Size="4"><ofd:TextCode X="0" Y="4">后</ofd:TextCode></ofd:TextObject>';
    const result = readOfd(makeOfd([page(scaled)]));
    const millimetre = 72 / 25.4;
    const box = [60, 20 + 2 * (4 - 0.88 * 4), 68, 20 + 2 * (4 + 0.12 * 4)].map((x) =>
      expect.closeTo(x * millimetre, 1),
    );
    expect(result.ok && result.document.blocks).toMatchObject([{ at: { page: 1, box } }]);
  });

  test('leaves out what is not visible', () => {
    const hidden = textAt(20, 20, '看不见').replace('ID="1"', 'ID="1" Visible="false"');
    expect(read(makeOfd([page(hidden + textAt(20, 40, '看得见'))]))).toEqual(['看得见']);
  });

  test('includes what its page template prints', () => {
    const template = '<ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/>';
    const bytes = makeOfd(
      [page(textAt(25, 51, '12'), '<ofd:Template TemplateID="7"/>')],
      {
        'Doc_0/Tpls/Tpl_0/Content.xml': page(
          [50, 60].map((y) => lineFrom(20, y, 60, y)).join('') +
            [20, 40, 60].map((x) => lineFrom(x, 50, x, 60)).join('') +
            textAt(41, 51, '件'),
        ),
      },
      template,
    );
    expect(read(bytes)).toEqual(['0,0 12', '0,1 件']);
  });
});

describe('an OFD that cannot be read', () => {
  test('is a scan when its pages are pictures', () => {
    const picture = '<ofd:ImageObject ID="3" Boundary="0 0 210 297" ResourceID="4"/>';
    expect(read(makeOfd([page(picture)]))).toEqual(['rejected: scanned']);
  });

  test('is damaged when a page or a template is missing', () => {
    const parts = {
      'Doc_0/Document.xml':
        '<d xmlns="http://www.ofdspec.org/2016"><Pages><Page BaseLoc="none.xml"/></Pages></d>',
    };
    expect(read(makeOfd([], parts))).toEqual(['rejected: damaged']);
    expect(read(makeOfd([page('', '<ofd:Template TemplateID="7"/>')]))).toEqual(['rejected: damaged']);
  });

  test('is damaged when a page’s XML is cut off', () => {
    const cut = page(textAt(20, 20, '甲')).slice(0, -30);
    expect(read(makeOfd([cut]))).toEqual(['rejected: damaged']);
  });

  test('is encrypted when it says so', () => {
    expect(read(makeOfd([page('')], { 'Encryptions.xml': '<a/>' }))).toEqual(['rejected: encrypted']);
  });

  test('is too large when it has more pages than a report can have', () => {
    const pages = '<Page BaseLoc="Pages/Page_0/Content.xml"/>'.repeat(501);
    const parts = {
      'Doc_0/Document.xml': `<d xmlns="http://www.ofdspec.org/2016"><Pages>${pages}</Pages></d>`,
    };
    expect(read(makeOfd([page('')], parts))).toEqual(['rejected: too-large']);
  });

  test('does not repeat a distance as often as it is told to', () => {
    const repeated = textAt(20, 20, '甲乙', 'DeltaX="g 999999999 4"');
    expect(read(makeOfd([page(repeated)]))).toEqual(['甲乙']);
  });

  test('refuses entities, and looks at nothing outside the archive', () => {
    const entity = `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>${page(textAt(20, 20, '&e;'))}`;
    expect(read(makeOfd([entity]))).toEqual(['rejected: damaged']);
    const outside =
      '<d xmlns="http://www.ofdspec.org/2016"><Pages><Page BaseLoc="../../../etc/passwd"/></Pages></d>';
    expect(read(makeOfd([], { 'Doc_0/Document.xml': outside }))).toEqual(['rejected: damaged']);
  });

  test('is damaged wherever it is cut off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: sample.length - 1 }), (length) => {
        expect(read(sample.subarray(0, length))).toEqual(['rejected: damaged']);
      }),
      cases(60),
    );
  });

  test('gives a result and no exception whatever bytes change', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(sample.length - 1), fc.nat(255)), { maxLength: 6 }), (changes) => {
        const changed = Uint8Array.from(sample);
        for (const [at, byte] of changes) changed[at] = byte;
        expect(typeof readOfd(changed).ok).toBe('boolean');
      }),
      cases(60),
    );
  });

  test('is damaged when it is an archive of something else', () => {
    expect(read(makeZip({ 'a.txt': 'a' }))).toEqual(['rejected: damaged']);
  });
});
