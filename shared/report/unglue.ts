import { foldRadicals } from '../document/radicals.ts';
import { HEADING_TITLES, headingOf } from './headings.ts';
import { DISCLOSURE_ROWS } from './templates/disclosure.ts';
import { REMEDY_RESULTS } from './templates/remedies.ts';
import { APPLICANTS, REQUEST_ROWS } from './templates/requests.ts';
import { simplify } from './traditional.ts';

/** A part of a paragraph and where it begins in it. */
export interface GluedPiece {
  readonly text: string;
  readonly offset: number;
}

/** Fewer labels than this in one paragraph is a sentence that speaks of the form, not the form itself. */
const FEWEST_LABELS = 8;

/** A text as a pattern: its punctuation optional, white space nowhere (it is taken out before matching). */
const pattern = (text: string): string =>
  [...simplify(foldRadicals(text).normalize('NFKC'))]
    .filter((character) => !/\s/.test(character))
    .map((character) =>
      /[\p{L}\p{N}]/u.test(character)
        ? character
        : `(?:${character.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')})?`,
    )
    .join('');

/**
 * An ordinal in front, which may be misnumbered: its punctuation must be there, or the digit may be the number
 * before it.
 */
const ordinalPattern = (ordinal: string): string => {
  const bare = ordinal.replace(/[（）().、]/g, '');
  if (/\d/.test(bare)) return '(?:\\d[.、,．])?';
  return ordinal.startsWith('（') ? `(?:\\(${bare}\\))?` : `(?:${bare}[.、,．])?`;
};

/** Large, and needed for few documents: made when the first of them comes. */
const makeLabelPattern = (): RegExp => {
  const patterns: string[] = [];
  for (const titles of Object.values(HEADING_TITLES)) {
    for (const title of titles) patterns.push(`[一二三四五六]、${pattern(title)}`);
  }
  for (const row of REQUEST_ROWS) {
    // The bare words 其他 and 总计 mean too many things: those rows are told by their ordinals.
    const ambiguous = row.label.length <= 2;
    for (const text of [row.label, ...row.variants]) {
      const ordinal = ordinalPattern(row.ordinal);
      patterns.push((ambiguous ? ordinal.replace(/\?$/, '') : ordinal) + pattern(text));
    }
    if (row.group) patterns.push(ordinalPattern(row.group.ordinal) + pattern(row.group.label));
  }
  for (const rows of Object.values(DISCLOSURE_ROWS)) {
    for (const row of rows) {
      for (const text of [row.label, ...row.variants]) patterns.push(pattern(text));
      for (const column of row.columns) {
        const unit = column.unit ? `(?:\\(?单位:?${column.unit}\\)?)?` : '';
        for (const text of [column.label, ...column.variants]) patterns.push(pattern(text) + unit);
      }
    }
  }
  for (const { label, variants } of APPLICANTS) patterns.push(...[label, ...variants].map(pattern));
  for (const { label } of REMEDY_RESULTS) patterns.push(pattern(label));
  patterns.push(
    '第二十条第\\(?[一五六八九]\\)?项',
    '信息内容',
    '\\(?本列数据的勾稽关系为[^0-9]{0,40}?第四项之和\\)?',
    '申请人情况',
    '法人[或和]其他组织',
    '三、本年度办理结果',
    '未经复议直接起诉',
    '复议后起诉',
    '行政复议',
    '行政诉讼',
  );
  const longestFirst = [...new Set(patterns)].sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.join('|'), 'gu');
};

let labelPattern: RegExp | undefined;

/** The text without white space, folded, with each character's place in the original. */
const compact = (text: string): { text: string; places: number[] } => {
  const places: number[] = [];
  let folded = '';
  let index = 0;
  for (const character of text) {
    if (!/\s/.test(character)) {
      const piece = simplify(foldRadicals(character).normalize('NFKC'));
      folded += piece;
      for (let i = 0; i < piece.length; i++) places.push(index);
    }
    index += character.length;
  }
  places.push(text.length);
  return { text: folded, places };
};

/** Words of the form; a sentence holds few of them, the form run together holds most. */
const MARKS = [
  '自然人',
  '总计',
  '结转',
  '予以公开',
  '规章',
  '信息内容',
  '行政许可',
  '勾稽',
  '總計',
  '結轉',
  '規章',
  '信息內容',
];
const FEWEST_MARKS = 3;

/** Most paragraphs hold no mark at all, which one search tells. */
const ANY_MARK = new RegExp(MARKS.join('|'));

const hasMarks = (paragraph: string): boolean => {
  if (!ANY_MARK.test(paragraph)) return false;
  let found = 0;
  for (const mark of MARKS) if (paragraph.includes(mark) && ++found === FEWEST_MARKS) return true;
  return false;
};

/** A whole report on one line has 30,000 characters. */
const LONGEST_FORM = 300_000;

type PieceKind = 'heading' | 'label' | 'value' | 'prose';

const VALUES = /^[-–—+\d\s.,/%元万]*$/;

const kindOf = (text: string, isLabel: boolean): PieceKind =>
  isLabel ? (headingOf(text) ? 'heading' : 'label') : VALUES.test(text) ? 'value' : 'prose';

/** A sentence that mentions a label is put together again: a label beside prose is part of it. */
const absorbed = (kinds: readonly PieceKind[], index: number): boolean => {
  if (kinds[index] === 'prose') return true;
  if (kinds[index] !== 'label') return false;
  return (
    kinds[index + 1] === 'prose' ||
    (kinds[index - 1] === 'prose' && kinds[index + 1] !== 'value' && kinds[index + 1] !== 'label')
  );
};

const mergeProse = (
  cuts: readonly { start: number; end: number; kind: PieceKind }[],
): { start: number; end: number }[] => {
  const kinds = cuts.map(({ kind }) => kind);
  const merged: { start: number; end: number; prose: boolean }[] = [];
  cuts.forEach(({ start, end }, index) => {
    const prose = absorbed(kinds, index);
    const last = merged.at(-1);
    if (prose && last?.prose) last.end = end;
    else merged.push({ start, end, prose });
  });
  return merged;
};

/**
 * A paragraph that is really the form with its cells run together, cut before and behind every label. Undefined
 * for any other paragraph.
 */
export const ungluePieces = (paragraph: string): GluedPiece[] | undefined => {
  if (paragraph.length < 60 || paragraph.length > LONGEST_FORM) return undefined;
  if (!hasMarks(paragraph)) return undefined;
  const { text, places } = compact(paragraph);
  labelPattern ??= makeLabelPattern();
  const matches = [...text.matchAll(labelPattern)];
  if (matches.length < FEWEST_LABELS) return undefined;
  const cuts: { start: number; end: number; kind: PieceKind }[] = [];
  const cut = (from: number, to: number, isLabel: boolean) => {
    const start = places[from]!;
    const end = places[to]!;
    const trimmed = paragraph.slice(start, end).trim();
    if (trimmed !== '') cuts.push({ start, end, kind: kindOf(trimmed, isLabel) });
  };
  let end = 0;
  for (const match of matches) {
    cut(end, match.index, false);
    cut(match.index, match.index + match[0].length, true);
    end = match.index + match[0].length;
  }
  cut(end, text.length, false);
  return mergeProse(cuts).map(({ start, end: stop }) => {
    const raw = paragraph.slice(start, stop);
    return { text: raw.trim(), offset: start + raw.length - raw.trimStart().length };
  });
};
