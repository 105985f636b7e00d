import { BorderedFlow } from '../bordered-table/bordered-flow.ts';
import type { Flow } from '../flow/flow.ts';
import { BodyText } from './body-text.ts';
import type { Fonts } from './fonts.ts';
import { RowDraft } from './row-draft.ts';

/** A text whose paragraphs and tables are being read: the document's, or that of a text box in it. */
export class RtfStory {
  readonly text: BodyText;
  /** What automatic numbering prints before the running paragraph. */
  number = '';
  /** The definition that holds for the next row. */
  row = new RowDraft();
  readonly #flow = new BorderedFlow();
  /** Text boxes anchored in the running paragraph, which follow it. */
  #boxes: Flow[] = [];
  /** Cells of a row were read, and the row's end was not. */
  #rowOpen = false;

  constructor(fonts: Fonts) {
    this.text = new BodyText(fonts);
  }

  addBox(box: Flow): void {
    this.#boxes.push(box);
  }

  /** Ends a paragraph at a table depth. Simple writers do not repeat that a paragraph stands in a table. */
  endParagraph(depth: number): void {
    const place = this.#rowOpen ? Math.max(1, depth) : depth;
    const text = this.text.take();
    this.#flow.addParagraph(place, text, this.number);
    this.number = '';
    for (const box of this.#boxes) this.#flow.addContent(place, box);
    this.#boxes = [];
  }

  endCell(depth: number): void {
    this.endParagraph(depth);
    this.#flow.endCell(depth);
    this.#rowOpen = true;
  }

  endRow(depth: number): void {
    this.endParagraph(depth);
    this.#flow.endRow(depth, this.row.toShape());
    this.#rowOpen = depth > 1;
  }

  /** Everything that was collected. Throws `Unreadable` where a row was begun and never ended. */
  finish(): Flow {
    this.endParagraph(0);
    return this.#flow.finish();
  }
}
