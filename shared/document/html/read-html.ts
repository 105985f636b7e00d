import type { Block } from '../document.ts';
import { LIMITS } from '../limits.ts';
import { markedText, type TextMark } from '../marked-text.ts';
import type { ReadResult } from '../reader.ts';
import { decode } from '../text/decode.ts';
import { orRejection, overLimit, unreadable } from '../unreadable.ts';
import { BlockBuilder } from './block-builder.ts';
import { PageParser } from './page-parser.ts';

/** Content that a browser does not show as text of the page. */
const UNSEEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'select',
  'svg',
  'textarea',
  'object',
  'iframe',
]);

/** Elements that begin and end a paragraph. */
const PARAGRAPHS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section ul caption'.split(
    ' ',
  ),
);

/** Elements that set characters off the line or strike them out. */
const MARKS: ReadonlyMap<string, TextMark> = new Map([
  ['sup', 'raised'],
  ['sub', 'lowered'],
  ['s', 'struck'],
  ['strike', 'struck'],
  ['del', 'struck'],
]);

const HIDDEN = /display\s*:\s*none/i;

/** The same marks as editors of web sites write them. */
const STRUCK = /line-through/i;
const OFF_THE_LINE = /vertical-align\s*:\s*(sub|super)/i;
/** CSS 2.2, 10.8.1: what takes a cell off its line, or a block, does nothing. */
const ON_THE_LINE = new Set(['table', 'tr', 'td', 'th', ...PARAGRAPHS]);

const markOf = (name: string, style: string | undefined): TextMark | undefined => {
  if (style === undefined) return MARKS.get(name);
  if (STRUCK.test(style)) return 'struck';
  const offTheLine = ON_THE_LINE.has(name) ? undefined : OFF_THE_LINE.exec(style)?.[1];
  if (offTheLine === undefined) return MARKS.get(name);
  return offTheLine.toLowerCase() === 'sub' ? 'lowered' : 'raised';
};

/** A page's title stands in for a heading that the body lacks. */
const REPORT_TITLE = /年度?报告|年報|年报/;

/**
 * The blocks of a page. Throws `Unreadable` where it could not be read whole: a page that ends inside a tag or a
 * table was cut off.
 */
export const htmlToBlocks = (html: string): Block[] => {
  const builder = new BlockBuilder();
  let unseen = 0;
  let title: string | undefined;
  let inTitle = false;
  /** The marks that are open, the innermost last, each with the number of its element among those that are open. */
  const marks: { readonly mark: TextMark; readonly depth: number }[] = [];
  let opened = 0;
  let open = 0;
  const parser = new PageParser(html, {
    onopentag(name, attributes) {
      opened++;
      // The tokenizer's stack costs more with every element that stays open.
      if (++open > LIMITS.openElements.limit) throw overLimit('openElements');
      if (unseen > 0) {
        unseen++;
        if (name === 'title') inTitle = true;
        return;
      }
      const mark = markOf(name, attributes.style);
      if (mark) marks.push({ mark, depth: open });
      if (UNSEEN.has(name) || 'hidden' in attributes || HIDDEN.test(attributes.style ?? '')) unseen = 1;
      else if (name === 'title') inTitle = true;
      else if (name === 'br') builder.breakLine();
      else if (name === 'table') builder.openTable();
      else if (name === 'tr') builder.openRow();
      else if (name === 'td' || name === 'th') builder.openCell(attributes.rowspan, attributes.colspan);
      else if (PARAGRAPHS.has(name)) builder.endParagraph();
    },
    ontext(text) {
      if (inTitle) title = (title ?? '') + text;
      else if (unseen === 0) builder.addText(markedText(text, marks.at(-1)?.mark));
    },
    onclosetag(name) {
      if (marks.at(-1)?.depth === open) marks.pop();
      open--;
      if (name === 'title') inTitle = false;
      if (unseen > 0) unseen--;
      else if (name === 'table') builder.closeTable();
      else if (name === 'td' || name === 'th') builder.closeCell();
      else if (PARAGRAPHS.has(name)) builder.endParagraph(name === 'h1' || name === 'h2');
    },
  });
  parser.write(html);
  const openTables = builder.openTables;
  parser.end();
  if (openTables > 0 || endsInsideTag(html)) throw unreadable('damaged');
  if (opened === 0) throw unreadable('not-a-report');
  const blocks = builder.finish();
  return withTitle(blocks, title?.trim());
};

/** The last `<` has no `>` behind it: the file was cut inside a tag. */
const endsInsideTag = (html: string): boolean => {
  const open = html.lastIndexOf('<');
  return open > html.lastIndexOf('>') && /^<[a-zA-Z/!]/.test(html.slice(open, open + 2));
};

const withTitle = (blocks: Block[], title: string | undefined): Block[] => {
  if (!title || !REPORT_TITLE.test(title)) return blocks;
  const firstWords = blocks.slice(0, 8).map((block) => (block.kind === 'paragraph' ? block.text : ''));
  const printed = firstWords.some((text) => REPORT_TITLE.test(text) && text.length < 80);
  return printed ? blocks : [{ kind: 'paragraph', text: title, at: { paragraph: 0 } }, ...blocks];
};

/** Web pages, and `.doc` or `.xls` files that are really web pages. */
export const readHtml = (bytes: Uint8Array): ReadResult =>
  orRejection(() => {
    const decoded = decode(bytes);
    if (!decoded) throw unreadable('damaged');
    const { text, encoding } = decoded;
    return { ok: true, document: { format: 'html', encoding, blocks: htmlToBlocks(text) } };
  });
