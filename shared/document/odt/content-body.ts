import type { Flow } from '../flow/flow.ts';
import { FlowBuilder } from '../flow/flow-builder.ts';
import { markedText, type TextMark } from '../marked-text.ts';
import { damaged, unreadable } from '../unreadable.ts';
import type { Attributes } from '../xml/attributes.ts';
import type { XmlHandler } from '../xml/scan-xml.ts';
import { OdfLists } from './lists.ts';
import type { OdfStyles } from './styles.ts';
import { TrackedChanges } from './tracked-changes.ts';

/** What is not printed in the run of the text: deletions, notes, remarks, descriptions, fields hidden. */
const PASSED_OVER = new Set([
  'text:tracked-changes',
  'text:note',
  'text:number',
  'text:ruby-text',
  'text:hidden-text',
  'text:hidden-paragraph',
  'text:script',
  'text:table-of-content-source',
  'text:sequence-decls',
  'office:annotation',
  'office:forms',
  'svg:title',
  'svg:desc',
  'draw:object',
  'table:covered-table-cell',
  'style:header',
  'style:footer',
]);

const OTHER_BODIES = new Set(['office:spreadsheet', 'office:presentation', 'office:drawing']);

/** Shapes that hold paragraphs of their own. */
const BOXES = new Set(
  ['text-box', 'custom-shape', 'rect', 'ellipse', 'circle', 'line', 'polygon', 'path', 'caption'].map(
    (shape) => `draw:${shape}`,
  ),
);

interface OpenCell {
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly repeated: number;
}

const count = (attributes: Attributes, name: string, fallback = 1): number => {
  const value = Number(attributes.get(name) ?? fallback);
  return Number.isInteger(value) && value >= 0 ? value : fallback;
};

/** Follows the content of an OpenDocument text (ISO/IEC 26300-1) and collects its text and tables. */
export class ContentBody implements XmlHandler {
  readonly #flow = new FlowBuilder();
  readonly #styles: OdfStyles;
  readonly #lists: OdfLists;
  readonly #changes = new TrackedChanges();
  readonly #parents: string[] = [];
  readonly #numbers: string[] = [];
  readonly #cells: OpenCell[] = [];
  readonly #rowRepeats: number[] = [];
  readonly #marks: (TextMark | undefined)[] = [];
  #passedOver = 0;
  #texts = 0;
  #pictures = 0;

  constructor(styles: OdfStyles) {
    this.#styles = styles;
    this.#lists = new OdfLists(styles);
  }

  get hasPictures(): boolean {
    return this.#pictures > 0;
  }

  open(name: string, attributes: Attributes): void {
    this.#parents.push(name);
    this.#changes.open(name, attributes);
    if (name === 'table:covered-table-cell' && this.#passedOver === 0) {
      this.#flow.grid?.cover(count(attributes, 'table:number-columns-repeated'));
    }
    if (this.#passedOver > 0 || this.#isPassedOver(name, attributes)) this.#passedOver++;
    else if (this.#texts === 0) this.#openOutside(name, attributes);
    else if (BOXES.has(name)) this.#flow.beginAside();
    else this.#opening[name]?.(attributes);
  }

  close(name: string): void {
    this.#parents.pop();
    if (this.#passedOver > 0) this.#passedOver--;
    else if (BOXES.has(name)) this.#flow.endAside();
    else if (this.#texts > 0) this.#closing[name]?.();
  }

  text(text: string): void {
    if (this.#passedOver > 0 || this.#numbers.length === 0 || this.#changes.deleting) return;
    // Space between elements that only arrange is no text; runs of space in text count as one.
    if (!this.#parents.at(-1)?.startsWith('text:')) return;
    this.#flow.text(markedText(text.replace(/[ \t\r\n]+/g, ' '), this.#marks.at(-1)));
  }

  /** Everything that was collected. Throws `Unreadable` (damaged) when there is no text body. */
  finish(): Flow {
    if (this.#texts !== 1) throw damaged('ODT 没有正文', 'the OpenDocument text has no body');
    return this.#flow.finish();
  }

  #isPassedOver(name: string, attributes: Attributes): boolean {
    if (PASSED_OVER.has(name)) return true;
    if (name === 'text:section') return attributes.get('text:display') === 'none';
    const styled = name === 'text:span' || name === 'text:p' || name === 'text:h';
    return styled && this.#styles.isHidden(attributes.get('text:style-name'));
  }

  #openOutside(name: string, attributes: Attributes): void {
    if (name === 'office:text') this.#texts++;
    else if (OTHER_BODIES.has(name)) throw unreadable('unsupported-format');
    else this.#styles.open(name, attributes);
  }

  #beginParagraph(outline?: number): void {
    this.#numbers.push(this.#lists.number(outline));
  }

  #endParagraph(): void {
    const number = this.#numbers.pop();
    // Where the mark between two paragraphs is deleted, the second goes on in the first.
    if (!this.#changes.deleting) this.#flow.endParagraph(number);
  }

  readonly #opening: Readonly<Record<string, (attributes: Attributes) => void>> = {
    'text:p': () => this.#beginParagraph(),
    'text:h': (attributes) => this.#beginParagraph(count(attributes, 'text:outline-level')),
    // A span keeps the mark of the one around it.
    'text:span': (attributes) => {
      this.#marks.push(this.#styles.markOf(attributes.get('text:style-name')) ?? this.#marks.at(-1));
    },
    'text:s': (attributes) => this.#flow.text(' '.repeat(Math.min(count(attributes, 'text:c'), 1000))),
    'text:tab': () => this.#flow.text('\t'),
    'text:line-break': () => this.#flow.text('\n'),
    'text:list': (attributes) => this.#lists.beginList(attributes),
    'text:list-item': (attributes) => this.#lists.beginItem(attributes),
    'draw:image': () => {
      this.#pictures++;
    },
    'table:table': () => this.#flow.beginTable(),
    'table:table-row': (attributes) => {
      this.#rowRepeats.push(count(attributes, 'table:number-rows-repeated'));
      this.#flow.grid?.beginRow();
    },
    'table:table-cell': (attributes) => {
      const repeated = count(attributes, 'table:number-columns-repeated');
      const columnSpan = count(attributes, 'table:number-columns-spanned');
      const rowSpan = count(attributes, 'table:number-rows-spanned');
      this.#cells.push({ columnSpan: Math.max(1, columnSpan), rowSpan: Math.max(1, rowSpan), repeated });
      this.#flow.beginCell();
    },
  };

  readonly #closing: Readonly<Record<string, () => void>> = {
    'text:p': () => this.#endParagraph(),
    'text:h': () => this.#endParagraph(),
    'text:span': () => {
      this.#marks.pop();
    },
    'text:list': () => this.#lists.endList(),
    'text:list-item': () => this.#lists.endItem(),
    'table:table': () => this.#flow.endTable(),
    'table:table-row': () => this.#flow.endRow(this.#rowRepeats.pop()),
    'table:table-cell': () => {
      const cell = this.#cells.pop();
      if (cell) this.#flow.endCell(cell, cell.repeated);
    },
  };
}
