import fc from 'fast-check';
import { readHtml } from '../../shared/document/html/read-html.ts';
import type { ReadResult } from '../../shared/document/reader.ts';
import { readText } from '../../shared/document/text/read-text.ts';
import type { Report } from '../../shared/report/report.ts';
import { understand } from '../../shared/report/understand.ts';
import { cases } from '../cases.ts';
import { seeded } from '../checks/mutations/random.ts';
import { COLUMNS } from './layouts/disturb/columns.ts';
import type { Disturbance } from './layouts/disturb/disturbance.ts';
import { ROWS } from './layouts/disturb/rows.ts';
import { WORDS } from './layouts/disturb/words.ts';
import { type Form, makeForm } from './layouts/form.ts';
import { HTML_LAYOUTS } from './layouts/html-layouts.ts';
import { NARRATIVE } from './layouts/in-report.ts';
import { judge } from './layouts/judge.ts';
import { ONCE_WRONG } from './layouts/once-wrong.ts';
import { BLANK_STYLES, type FigureOptions, randomFigures } from './layouts/random-figures.ts';
import { TEXT_LAYOUTS } from './layouts/text-layouts.ts';

const LAYOUTS = { ...TEXT_LAYOUTS, ...HTML_LAYOUTS };
const LAYOUT_NAMES = Object.keys(LAYOUTS);
const DISTURBANCES: Readonly<Record<string, Disturbance>> = { ...WORDS, ...ROWS, ...COLUMNS };

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const reportFrom = (layout: string, form: Form): Report | undefined => {
  const read = layout in HTML_LAYOUTS ? readHtml : readText;
  const result = read(encode(LAYOUTS[layout]!(form))) as ReadResult;
  if (!result.ok) return undefined;
  const understood = understand(result.document, 'report');
  return understood.ok ? understood.report : undefined;
};

/** A head that is not printed cannot tell that its columns stand in another order. */
const headless = (layout: string): boolean => layout === 'markdown with a table a row';
const possible = (layout: string, disturbance: string): boolean =>
  !(headless(layout) && ['the total first', 'columns in any order'].includes(disturbance));

/**
 * A number lost from a row and an empty cell gained, or the other way round; an order whose head is not printed: no
 * reader could see that.
 */
const UNTRACEABLE: readonly (readonly [RegExp, RegExp])[] = [
  [/of six numbers|a number too few/, /empty columns behind/],
  [/of eight numbers/, /the head printed again/],
  [/table 四 as bare numbers|table 四 in three tables/, /table 四 in another order/],
];
const isTraceable = (names: readonly string[]): boolean =>
  !UNTRACEABLE.some((pair) => pair.every((name) => names.some((own) => name.test(own))));

/** At most one disturbance of a kind: two of the same kind can undo each other's traces. */
const oneOf = (layout: string, kind: Readonly<Record<string, Disturbance>>): fc.Arbitrary<string[]> =>
  fc.uniqueArray(fc.constantFrom(...Object.keys(kind).filter((name) => possible(layout, name))), {
    maxLength: 1,
  });

const templates = fc.constantFrom('2019' as const, '2021' as const);
const options = (slips: number): fc.Arbitrary<FigureOptions> =>
  fc.record({
    seed: fc.nat(),
    disclosure: templates,
    requests: templates,
    slips: fc.nat(slips),
    blanks: fc.constantFrom(...BLANK_STYLES),
  });

const formOf = (figures: FigureOptions, disturbances: readonly string[]): Form => {
  const random = seeded(figures.seed + 1);
  const form = makeForm(figures.disclosure, figures.requests, randomFigures(figures));
  return disturbances.reduce((changed, name) => DISTURBANCES[name]!(changed, random), form);
};

describe('no figure is ever taken from another cell, and no blank becomes a number', () => {
  test.each(LAYOUT_NAMES)('in %s, whatever else happened to the form', (layout) => {
    fc.assert(
      fc.property(
        options(4),
        oneOf(layout, COLUMNS),
        oneOf(layout, ROWS),
        oneOf(layout, WORDS),
        (figures, ...names) => {
          fc.pre(isTraceable(names.flat()));
          const form = formOf(figures, names.flat());
          expect(judge(form, reportFrom(layout, form)).wrong).toEqual([]);
        },
      ),
      cases(20),
    );
  });
});

test.each(ONCE_WRONG)('in %s with %j, once wrong', (layout, names, figures) => {
  const form = formOf(figures, names);
  expect(judge(form, reportFrom(layout, form)).wrong).toEqual([]);
});

/** Layouts that keep each cell apart and in its row, blank or not. */
const KEEP_BLANKS = [
  'tabbed',
  'piped without covered cells',
  'markdown with a table a row',
  ...Object.keys(HTML_LAYOUTS),
];
/** What is found of all printed numbers where every cell has one; digits run together are beyond certainty. */
const FOUND: Readonly<Record<string, number>> = {
  'aligned, labels above their numbers': 0.95,
  'aligned, labels around their numbers': 0.9,
  'glued on one line': 0.15,
  'glued row by row': 0.15,
};

const foundIn = (layout: string, figures: FigureOptions): number => {
  const form = formOf(figures, []);
  const { found, printed } = judge(form, reportFrom(layout, form));
  return found / printed;
};

describe('where the layout keeps the information, it is found', () => {
  test.each(LAYOUT_NAMES)('in %s, when every cell holds a number', (layout) => {
    for (let seed = 0; seed < 4; seed++) {
      const figures = { seed, disclosure: '2021', requests: '2021', slips: 0, blanks: 'none' } as const;
      expect(foundIn(layout, figures)).toBeGreaterThanOrEqual(FOUND[layout] ?? 1);
    }
  });

  test('digits run together are told apart where numbers are as small as in most offices', () => {
    const found = Array.from({ length: 12 }, (_, seed) =>
      foundIn('glued on one line', {
        seed,
        disclosure: '2021',
        requests: '2021',
        slips: 0,
        blanks: 'none',
        small: true,
      }),
    );
    expect(found.reduce((sum, share) => sum + share, 0) / found.length).toBeGreaterThan(0.7);
  });

  test.each(KEEP_BLANKS)('in %s, blank cells and slips or not', (layout) => {
    fc.assert(
      fc.property(options(4), (figures) => {
        expect(foundIn(layout, figures)).toBe(1);
      }),
      cases(8),
    );
  });
});

describe('the narrative is told apart from the tables', () => {
  test.each(LAYOUT_NAMES.filter((name) => !name.startsWith('glued')))('in %s', (layout) => {
    const figures = { seed: 7, disclosure: '2021', requests: '2021', slips: 0, blanks: 'none' } as const;
    const report = reportFrom(layout, formOf(figures, []));
    expect(report?.agency).toBe('某某县水利局');
    expect(report?.year).toBe(2024);
    expect(report?.sections.map(({ text }) => text)).toEqual(
      NARRATIVE.sections.map(([, paragraphs]) => paragraphs.join('\n')),
    );
  });
});
