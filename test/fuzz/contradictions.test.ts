import { contradictions } from './contradictions.ts';
import { distinct } from './distinct.ts';
import { examineHere } from './examine-here.ts';
import type { Examined } from './examined.ts';
import { misplaced } from './misplaced.ts';
import { readSamples } from './samples.ts';

const sample = (name: string) => readSamples().find((own) => own.name === name)!;
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const examineText = (text: string, name: string) => examineHere(new TextEncoder().encode(text), name);

/** What a reader would say that puts the values of a row one column to the right. */
const shifted = (examined: Examined, row: string): Examined => {
  const figures = { ...examined.figures };
  const ids = Object.keys(figures).filter((id) => id.startsWith(`requests.${row}.`));
  ids.forEach((id, index) => {
    figures[id] = examined.figures[ids[(index + ids.length - 1) % ids.length]!]!;
  });
  return { ...examined, figures };
};

describe('figures that contradict the unchanged file', () => {
  const html = distinct(sample('f1-official-2021.html'))!;
  const page = textOf(html.bytes);
  const cell = page.indexOf('211');
  const changedPage = page.replace('211', '9');
  const touched = { kind: 'rows', from: 1, to: 4, of: undefined } as const;

  test('a changed cell contradicts nothing', async () => {
    const before = await examineHere(html.bytes, html.name);
    const after = await examineText(changedPage, html.name);
    expect(cell).toBeGreaterThan(0);
    expect(after.figures).not.toEqual(before.figures);
    expect(contradictions(before, after, touched)).toEqual([]);
    expect(contradictions(before, after, undefined)).toEqual([]);
  });

  test('a row elsewhere that is stated one column further is found by what was read', async () => {
    const before = await examineHere(html.bytes, html.name);
    const after = shifted(await examineText(changedPage, html.name), 'granted');
    expect(contradictions(before, after, undefined)).toHaveLength(7);
  });

  test('a row that the reader itself moved is found by the place of the change', async () => {
    const before = await examineHere(html.bytes, html.name);
    // The reader gives every row of the changed file otherwise: only the source tells what was not touched.
    const after = shifted(await examineText(changedPage, html.name), 'granted');
    const moved = { ...after, rows: after.rows.map((row) => ({ ...row, text: `${row.text} ` })) };
    const of = page.match(/<tr\b/g)!.length;
    expect(contradictions(before, moved, undefined)).toEqual([]);
    expect(contradictions(before, moved, { ...touched, of })).toHaveLength(7);
    expect(contradictions(before, moved, { ...touched, of: of + 1 })).toEqual([]);
  });

  test('a number stated where the unchanged file has an empty cell is found', async () => {
    const blank = page.replace(/(?<=>\s*)\d+(?=\s*<\/)/g, (own) => (own === '300' ? '' : own));
    const before = await examineText(blank, html.name);
    const id = Object.keys(before.figures).find((own) => before.figures[own]!.state === 'blank')!;
    const figure = { ...before.figures[id]!, state: 'stated', value: 300 } as const;
    const after = { ...before, figures: { ...before.figures, [id]: figure } };
    expect(contradictions(before, after, undefined)).toEqual([`${id}: stated 300, was blank`]);
  });

  test('figures that went missing, and figures in the touched rows, are no contradiction', async () => {
    const before = await examineHere(html.bytes, html.name);
    const [first, ...rest] = Object.entries(before.figures);
    const after = {
      ...(await examineText(changedPage, html.name)),
      figures: Object.fromEntries([[first![0], { ...first![1], value: 1 }], ...rest.slice(40)]),
    };
    expect(contradictions(before, after, touched)).toEqual([]);
  });
});

describe('numbers that moved to another figure', () => {
  test('are found even in the row that the change touched', async () => {
    const own = distinct(sample('f1-official-2021.docx'))!;
    const before = await examineHere(own.bytes, own.name);
    expect(misplaced(before, before)).toEqual([]);
    expect(misplaced(before, shifted(before, 'granted'))).toHaveLength(7);
  });
});
