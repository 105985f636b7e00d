import type { TextMark } from '../marked-text.ts';
import type { ListLevel } from '../numbering/list-counters.ts';
import type { Attributes } from '../xml/attributes.ts';

/** The number formats of style:num-format (ISO/IEC 26300-1, 19.500), told by their first sign. */
const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  一: 'chineseCounting',
  壹: 'chineseLegalSimplified',
  壱: 'japaneseLegal',
  甲: 'ideographTraditional',
  子: 'ideographZodiac',
  '①': 'decimalEnclosedCircle',
  '１': 'decimalFullWidth',
};

/** `%2.%3.` for the third level that shows two levels. */
const pattern = (level: number, shown: number): string => {
  const first = Math.max(1, level - shown + 1);
  return Array.from({ length: level - first + 1 }, (_, i) => `%${first + i}`).join('.');
};

const levelOf = (attributes: Attributes, level: number): ListLevel => {
  const format = FORMATS[attributes.get('style:num-format')?.charAt(0) ?? ''] ?? 'none';
  const shown = Number(attributes.get('text:display-levels') ?? 1);
  const around = (inside: string): string =>
    `${attributes.get('style:num-prefix') ?? ''}${inside}${attributes.get('style:num-suffix') ?? ''}`;
  const stated = attributes.get('loext:num-list-format')?.replace(/%(\d+)%/g, '%$1');
  const text = stated ?? around(format === 'none' ? '' : pattern(level, shown));
  return { start: Number(attributes.get('text:start-value') ?? 1), format, text };
};

/** ISO/IEC 26300-1, 20.380 style:text-position and 20.373 style:text-line-through-style. */
const markOf = (attributes: Attributes): TextMark | undefined => {
  const line =
    attributes.get('style:text-line-through-style') ?? attributes.get('style:text-line-through-type');
  if (line !== undefined && line !== 'none') return 'struck';
  const position = attributes.get('style:text-position') ?? '';
  if (/^(?:super|[1-9])/.test(position)) return 'raised';
  return /^(?:sub|-)/.test(position) ? 'lowered' : undefined;
};

/** The lists and the hidden styles of a document; named and automatic styles are added one after the other. */
export class OdfStyles {
  readonly lists = new Map<string, (ListLevel | undefined)[]>();
  /** Numbers of headings by outline level, where the document numbers its chapters. */
  readonly outline: (ListLevel | undefined)[] = [];
  readonly #hidden = new Set<string>();
  readonly #marks = new Map<string, TextMark>();
  #list: (ListLevel | undefined)[] = [];
  #style = '';

  isHidden(style: string | undefined): boolean {
    return style !== undefined && this.#hidden.has(style);
  }

  /** How text in this style departs from the line. */
  markOf(style: string | undefined): TextMark | undefined {
    return style === undefined ? undefined : this.#marks.get(style);
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'text:list-style') {
      this.#list = [];
      this.lists.set(attributes.get('style:name') ?? '', this.#list);
    } else if (name === 'text:list-level-style-number' || name === 'text:outline-level-style') {
      const level = Number(attributes.get('text:level'));
      if (!(level >= 1 && level <= 10)) return;
      const list = name === 'text:outline-level-style' ? this.outline : this.#list;
      list[level - 1] = levelOf(attributes, level);
    } else if (name === 'style:style') {
      this.#style = attributes.get('style:name') ?? '';
    } else if (name === 'style:text-properties') {
      if (attributes.get('text:display') === 'none') this.#hidden.add(this.#style);
      const mark = markOf(attributes);
      if (mark) this.#marks.set(this.#style, mark);
    }
  }
}
