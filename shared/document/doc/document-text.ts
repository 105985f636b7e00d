import { BorderedFlow } from '../bordered-table/bordered-flow.ts';
import { damaged } from '../unreadable.ts';
import type { OpenedText } from './open-text.ts';
import { CELL_MARK, readStory, type StoryParagraph } from './story.ts';
import type { TextRange } from './text-boxes.ts';

/** Turns the text of a Word document into paragraphs and tables. */
export class DocumentText {
  readonly #opened: OpenedText;
  /** Anchors that were not met in the text yet. */
  readonly #anchors: Set<number>;
  hasPictures = false;

  constructor(opened: OpenedText) {
    this.#opened = opened;
    this.#anchors = new Set(opened.textBoxes.anchored.keys());
  }

  /** Adds the main text, each text box after the paragraph it is anchored in, the others at the end. */
  addTo(flow: BorderedFlow): void {
    this.#addRange(flow, [0, this.#opened.mainText]);
    for (const anchor of this.#anchors) this.#addBoxes(flow, 0, anchor);
    for (const range of this.#opened.textBoxes.loose) this.#addRange(flow, range);
  }

  #addRange(flow: BorderedFlow, [from, to]: TextRange): void {
    readStory(this.#opened.source, from, to, (paragraph) => this.#add(flow, paragraph));
  }

  #add(flow: BorderedFlow, { text, mark, properties, markDeleted, anchors }: StoryParagraph): void {
    const { depth, endsRow, endsInnerCell, endsInnerRow, row } = properties;
    const isCellMark = mark === CELL_MARK;
    if (isCellMark && depth !== 1) throw damaged('单元格不在表格里', 'a table cell stands outside a table');
    if (isCellMark ? endsRow : depth > 1 && endsInnerRow) {
      flow.endRow(depth, row, markDeleted);
      return;
    }
    flow.addParagraph(depth, text, this.#opened.numbers.next(properties));
    for (const anchor of anchors) this.#addBoxes(flow, depth, anchor);
    if (isCellMark || (depth > 1 && endsInnerCell)) flow.endCell(depth);
  }

  #addBoxes(flow: BorderedFlow, depth: number, anchor: number): void {
    this.hasPictures = true;
    if (!this.#anchors.delete(anchor)) return;
    for (const range of this.#opened.textBoxes.anchored.get(anchor) ?? []) {
      const box = new BorderedFlow();
      this.#addRange(box, range);
      flow.addContent(depth, box.finish());
    }
  }
}
