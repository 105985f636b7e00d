import { RULES } from '../../shared/checks/catalogue.ts';
import { check } from '../../shared/checks/check.ts';
import { sketchReport } from '../../shared/checks/sketch.ts';

/** What each rule's failing examples say, in both languages. */
const SAID = RULES.flatMap(({ id, examples }) =>
  examples.flatMap(({ report, subject }) =>
    check(sketchReport(report))
      .findings.filter((finding) => finding.rule === id && finding.subject === subject)
      .map(({ message }) => [id, message] as const),
  ),
);

/** Names of rows and words of the report stand in quotation marks. */
const unquoted = (text: string): string => text.replace(/“[^”]*”/g, '');

test('every rule says something of some example', () => {
  expect(new Set(SAID.map(([id]) => id))).toEqual(new Set(RULES.map(({ id }) => id)));
});

test.each(SAID)('%s: a sentence of each language, with that language’s marks', (_id, { zh, en }) => {
  expect(zh).toMatch(/。$/);
  expect(en).toMatch(/\.$/);
  expect(unquoted(en)).not.toMatch(/[，。；：、]/);
  // No brackets within brackets.
  for (const text of [zh, en]) expect(unquoted(text).replace(/（[^（）]*）/g, '')).not.toMatch(/\([^)]*\(/);
});
