import type { Random } from '../checks/mutations/random.ts';
import type { Edit } from './mutation.ts';

/** What a cell or a label may come to hold; none of it is markup. */
const TEXTS = [
  '', ' ', '0', '7', '12', '-', '/', '—', '1,024', '０', '总计', '其他', '自然人', '规章', '现行有效件数', '3.其他',
  '三、本年度办理结果', '（七）总计', '一、本年新收政府信息公开申请数量', '行政许可', '维持', '结果', '1 2', '\u200b',
]; // biome-ignore format: a list of small texts

/** Longer elements are whole documents. */
const LONGEST = 20_000;

interface Range {
  readonly start: number;
  readonly end: number;
}

const matches = (text: string, pattern: RegExp): Range[] =>
  [...text.matchAll(pattern)].map(({ 0: own, index }) => ({ start: index, end: index + own.length }));

/** The element that begins with the tag, to its end; undefined where it has none, as in HTML. */
const elementAt = (text: string, tag: Range): Range | undefined => {
  const own = text.slice(tag.start, tag.end);
  if (own.endsWith('/>')) return tag;
  const name = /^<([\w:-]+)/.exec(own)![1]!;
  const marks = new RegExp(`<(/?)${name}(?=[\\s/>])[^>]*?(/?)>`, 'g');
  marks.lastIndex = tag.start;
  let depth = 0;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    if (marks.lastIndex - tag.start > LONGEST) return undefined;
    if (mark[2] === '') depth += mark[1] === '' ? 1 : -1;
    if (depth === 0) return { start: tag.start, end: marks.lastIndex };
  }
  return undefined;
};

type Editor = (text: string, random: Random) => Edit;

const OTHER_TEXT: Editor = (text, random) => {
  const { start, end } = random.pick(matches(text, /(?<=>)[^<]+(?=<)/g)) ?? { start: 0, end: 0 };
  const put = random.pick(TEXTS)!;
  return { start, removed: end - start, put, what: `a text became ${JSON.stringify(put)}` };
};

/** So that the values of a number or the text of a label come from elsewhere in the same file. */
const TEXT_OF_ANOTHER: Editor = (text, random) => {
  const texts = matches(text, /(?<=>)[^<]+(?=<)/g);
  const { start, end } = random.pick(texts) ?? { start: 0, end: 0 };
  const source = random.pick(texts) ?? { start: 0, end: 0 };
  const put = text.slice(source.start, source.end);
  return { start, removed: end - start, put, what: `a text became ${JSON.stringify(put.slice(0, 40))}` };
};

const OTHER_NUMBER: Editor = (text, random) => {
  const { start, end } = random.pick(matches(text, /(?<==(?:3D)?")\d+(?=")/g)) ?? { start: 0, end: 0 };
  const put = String(random.below(random.pick([4, 12, 2000])!));
  return { start, removed: end - start, put, what: `an attribute became ${put}` };
};

const ELEMENT: Editor = (text, random) => {
  const tag = random.pick(matches(text, /<[a-zA-Z][\w:-]*(?:\s[^<>]*)?>/g));
  const { start, end } = (tag && elementAt(text, tag)) ?? { start: 0, end: 0 };
  const name = /^<[\w:-]+/.exec(text.slice(start, end))?.[0] ?? '';
  const twice = random.below(2) === 0;
  return twice
    ? { start: end, removed: 0, put: text.slice(start, end), what: `${name}> came twice` }
    : { start, removed: end - start, put: '', what: `${name}> cut out` };
};

/** An element with the one behind it in its place, as rows and cells that were sorted. */
const CHANGED_PLACES: Editor = (text, random) => {
  const tag = random.pick(matches(text, /<[a-zA-Z][\w:-]*(?:\s[^<>]*)?>/g));
  const first = tag && elementAt(text, tag);
  const gap = first && /^\s*/.exec(text.slice(first.end, first.end + 100))![0];
  const behind = first && first.end + gap!.length;
  const open =
    behind !== undefined && /^<[a-zA-Z][\w:-]*(?:\s[^<>]*)?>/.exec(text.slice(behind, behind + 2000));
  const second = open ? elementAt(text, { start: behind!, end: behind! + open[0].length }) : undefined;
  if (!first || !second) return OTHER_TEXT(text, random);
  const put = text.slice(second.start, second.end) + gap + text.slice(first.start, first.end);
  return { start: first.start, removed: put.length, put, what: `${/^<[\w:-]+/.exec(put)![0]}> put first` };
};

const EDITORS = [OTHER_TEXT, TEXT_OF_ANOTHER, OTHER_NUMBER, ELEMENT, ELEMENT, CHANGED_PLACES];

/** A random change of markup that leaves tags in pairs, so that the reader goes on behind it. */
export const editMarkup = (text: string, random: Random): { text: string; edit: Edit } => {
  const editor = random.pick(EDITORS)!;
  const { start, removed, put, what } = editor(text, random);
  return {
    text: text.slice(0, start) + put + text.slice(start + removed),
    edit: { start, removed, put, what: `${what} at ${start}` },
  };
};
