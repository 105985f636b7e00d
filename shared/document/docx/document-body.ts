import type { Flow } from '../flow/flow.ts';
import { damaged } from '../unreadable.ts';
import type { Attributes } from '../xml/attributes.ts';
import type { XmlHandler } from '../xml/scan-xml.ts';
import { BodyState, type ElementHandlers } from './body-state.ts';
import type { Numbering } from './numbering.ts';
import { PARAGRAPH_ELEMENTS } from './paragraph-elements.ts';
import { RUN_ELEMENTS } from './run-elements.ts';
import type { Styles } from './styles.ts';
import { TABLE_ELEMENTS } from './table-elements.ts';

/** What is not part of the accepted text, or older than the properties it stands in. */
const PASSED_OVER = new Set([
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:instrText',
  'w:delInstrText',
  'w:rt',
  // Word 2003 keeps these in the body itself.
  'w:hdr',
  'w:ftr',
  'w:footnote',
  'w:endnote',
  'w:pPrChange',
  'w:rPrChange',
  'w:numberingChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:tblGridChange',
  'w:tcPrChange',
  'w:trPrChange',
]);

const HANDLED: ElementHandlers = {
  ...PARAGRAPH_ELEMENTS,
  ...RUN_ELEMENTS,
  ...TABLE_ELEMENTS,
  'w:body': {
    open: (state) => {
      state.bodies++;
    },
  },
  'w:altChunk': {
    open: (state, attributes) => {
      state.chunks.push(attributes.get('r:id') ?? '');
    },
  },
};

/** The elements that mean anything here; more than half of a file's only say how it looks. */
const ELEMENTS: ReadonlyMap<string, ElementHandlers[string]> = new Map([
  ...[...PASSED_OVER, 'mc:AlternateContent', 'mc:Choice', 'mc:Fallback'].map(
    (name): [string, ElementHandlers[string]] => [name, {}],
  ),
  ...Object.entries(HANDLED),
]);

const isSpace = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/** Without `xml:space` the space around a text is none of it; other kinds of space, such as U+3000, are. */
const withoutSpaceAround = (text: string): string => {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
};

/** Follows the main part of a Word document (ISO/IEC 29500-1, 17.2) and collects its accepted text and tables. */
export class DocumentBody implements XmlHandler {
  readonly #state: BodyState;
  /** For each open mc:AlternateContent, whether one of its versions was taken already. */
  readonly #alternatives: boolean[] = [];
  #passedOver = 0;

  constructor(styles: Styles, numbering: Numbering | undefined) {
    this.#state = new BodyState(styles, numbering);
  }

  /** Whether there is a picture or an embedded object, which may hold the text instead. */
  get hasPictures(): boolean {
    return this.#state.pictures > 0;
  }

  /** Relationship ids of the files that the body takes text from (ISO/IEC 29500-1, 17.17.2). */
  get chunks(): readonly string[] {
    return this.#state.chunks;
  }

  open(name: string, attributes: Attributes): void {
    this.#state.parents.push(name);
    if (this.#passedOver > 0) {
      this.#passedOver++;
      return;
    }
    const element = ELEMENTS.get(name);
    if (element === undefined) return;
    if (this.#isPassedOver(name)) this.#passedOver++;
    else element.open?.(this.#state, attributes);
  }

  close(name: string): void {
    this.#state.parents.pop();
    if (this.#passedOver > 0) this.#passedOver--;
    else if (name === 'mc:AlternateContent') this.#alternatives.pop();
    else ELEMENTS.get(name)?.close?.(this.#state);
  }

  text(text: string): void {
    const parent = this.#state.above(0);
    if (this.#passedOver > 0 || (parent !== 'w:t' && parent !== 'm:t')) return;
    this.#state.print(this.#state.keepSpace ? text : withoutSpaceAround(text));
  }

  /** Everything that was collected. Throws `Unreadable` (damaged) where the body or a field has no end. */
  finish(): Flow {
    if (this.#state.bodies !== 1) throw damaged('Word 文档没有正文', 'the Word document has no body');
    if (this.#state.fields.unfinished) {
      throw damaged('Word 域没有结束', 'a field of the Word document has no end');
    }
    return this.#state.flow.finish();
  }

  #isPassedOver(name: string): boolean {
    if (name === 'mc:AlternateContent') this.#alternatives.push(false);
    if (name === 'mc:Choice' || name === 'mc:Fallback') {
      const taken = this.#alternatives.at(-1) === true;
      this.#alternatives[Math.max(0, this.#alternatives.length - 1)] = true;
      return taken;
    }
    return PASSED_OVER.has(name) && !this.#deletesItsPlace(name);
  }

  /** A deletion mark among properties deletes the row, or the end of the paragraph, that they belong to. */
  #deletesItsPlace(name: string): boolean {
    const { table, paragraph } = this.#state;
    const parent = this.#state.above(1);
    if (name !== 'w:del') return false;
    if (parent === 'w:trPr' && table) table.rowDropped = true;
    if (parent === 'w:rPr' && this.#state.above(2) === 'w:pPr' && paragraph) paragraph.joined = true;
    return parent === 'w:trPr' || parent === 'w:rPr';
  }
}
