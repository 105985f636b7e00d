import { readDoc } from '../../shared/document/doc/read-doc.ts';
import { readDocx } from '../../shared/document/docx/read-docx.ts';
import { readHtml } from '../../shared/document/html/read-html.ts';
import { readOdt } from '../../shared/document/odt/read-odt.ts';
import type { ReadResult } from '../../shared/document/reader.ts';
import { readRtf } from '../../shared/document/rtf/read-rtf.ts';
import { makeDoc } from './doc/make-doc.ts';
import { makeDocx, paragraph, run } from './docx/make-docx.ts';
import { makeOdt } from './odt/make-odt.ts';
import { shown } from './show-blocks.ts';

type Mark = 'raised' | 'lowered' | 'struck';

const html = (tag: string): ReadResult =>
  readHtml(new TextEncoder().encode(`<p>31<${tag}>19</${tag}>件</p>`));
const docx = (property: string) => readDocx(makeDocx(paragraph(run('31') + run('19', property) + run('件'))));
const doc = (modifiers: number[]): ReadResult =>
  readDoc(
    makeDoc({
      paragraphs: [{ text: '3119件\r' }],
      runs: [
        { from: 0, to: 2, modifiers: [] },
        { from: 2, to: 4, modifiers },
        { from: 4, to: 6, modifiers: [] },
      ],
    }),
  );
const odt = (property: string): ReadResult =>
  readOdt(
    makeOdt('<text:p>31<text:span text:style-name="T1">19</text:span>件</text:p>', {
      automaticStyles: `<style:style style:name="T1"><style:text-properties ${property}/></style:style>`,
    }),
  );
const rtf = (word: string): ReadResult =>
  readRtf(Buffer.from(`{\\rtf1\\ansi\\ansicpg936 31{\\${word} 19}\\'bc\\'fe\\par}`, 'latin1'));

const READERS: Readonly<Record<string, Readonly<Record<Mark, () => ReadResult | Promise<ReadResult>>>>> = {
  html: { raised: () => html('sup'), lowered: () => html('sub'), struck: () => html('s') },
  docx: {
    raised: () => docx('<w:vertAlign w:val="superscript"/>'),
    lowered: () => docx('<w:vertAlign w:val="subscript"/>'),
    struck: () => docx('<w:strike/>'),
  },
  doc: {
    raised: () => doc([0x48, 0x2a, 1]),
    lowered: () => doc([0x48, 0x2a, 2]),
    struck: () => doc([0x37, 0x08, 1]),
  },
  odt: {
    raised: () => odt('style:text-position="super 58%"'),
    lowered: () => odt('style:text-position="-33% 58%"'),
    struck: () => odt('style:text-line-through-style="solid"'),
  },
  rtf: { raised: () => rtf('super'), lowered: () => rtf('sub'), struck: () => rtf('strike') },
};

const EXPECTED: Readonly<Record<Mark, string>> = {
  raised: '31¹⁹件',
  lowered: '31₁₉件',
  struck: '311\u03369\u0336件',
};

describe.each(Object.entries(READERS))('characters off the line keep their mark in %s', (_, reader) => {
  test.each(Object.keys(EXPECTED) as Mark[])('%s', async (mark) => {
    expect(shown(await reader[mark]())).toEqual([EXPECTED[mark]]);
  });
});

test('properties switched off leave no mark', async () => {
  expect(shown(await docx('<w:strike w:val="0"/><w:vertAlign w:val="baseline"/>'))).toEqual(['3119件']);
  expect(shown(doc([0x37, 0x08, 0]))).toEqual(['3119件']);
  expect(shown(odt('style:text-line-through-style="none" style:text-position="0% 100%"'))).toEqual([
    '3119件',
  ]);
  expect(shown(rtf('strike0'))).toEqual(['3119件']);
});
