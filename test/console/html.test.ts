import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { html } from '../../console/html.ts';

/** What a browser makes of markup: texts, and attributes by name. */
const parse = (markup: string) => {
  const found = { text: '', attributes: [] as [string, string][], tags: [] as string[] };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      found.tags.push(name);
      found.attributes.push(...Object.entries(attributes));
    },
    ontext: (text) => {
      found.text += text;
    },
  });
  parser.end(markup);
  return found;
};

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '&lt;', '</td>', '<script>', 'a', ' ', '=') }),
);

test('a value stays one text or one attribute, whatever stands in it', () => {
  fc.assert(
    fc.property(hostile, hostile, (title, text) => {
      const { tags, attributes, text: shown } = parse(html`<td title="${title}">${text}</td>`.markup);
      expect(tags).toEqual(['td']);
      expect(attributes).toEqual([['title', title]]);
      expect(shown).toBe(text);
    }),
  );
});

test('markup goes in as it is, lists one after the other, and what is absent leaves nothing', () => {
  const rows = ['一', '二'].map((text) => html`<li>${text}</li>`);
  expect(html`<ul>${rows}${undefined}${null}${false}</ul>${0}`.markup).toBe(
    '<ul><li>一</li><li>二</li></ul>0',
  );
});
