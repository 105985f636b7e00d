import { ListCounters } from '../numbering/list-counters.ts';
import type { Attributes } from '../xml/attributes.ts';
import type { OdfStyles } from './styles.ts';

interface OpenList {
  readonly style: string;
  readonly counters: ListCounters;
  /** Whether the running item still waits for its first paragraph, the one that is numbered. */
  waiting: boolean;
}

/** Follows lists and headings (ISO/IEC 26300-1, 5.3 and 5.1.2) and prints the numbers of their paragraphs. */
export class OdfLists {
  readonly #styles: OdfStyles;
  readonly #open: OpenList[] = [];
  readonly #byId = new Map<string, ListCounters>();
  readonly #byStyle = new Map<string, ListCounters>();
  readonly #outline = new ListCounters();

  constructor(styles: OdfStyles) {
    this.#styles = styles;
  }

  beginList(attributes: Attributes): void {
    const outer = this.#open.at(-1);
    const style = attributes.get('text:style-name') ?? outer?.style ?? '';
    const counters = outer?.counters ?? this.#continued(attributes, style) ?? new ListCounters();
    const id = attributes.get('xml:id');
    if (id !== undefined) this.#byId.set(id, counters);
    this.#byStyle.set(style, counters);
    this.#open.push({ style, counters, waiting: false });
  }

  endList(): void {
    this.#open.pop();
  }

  beginItem(attributes: Attributes): void {
    const list = this.#open.at(-1);
    if (!list) return;
    list.waiting = true;
    const start = Number(attributes.get('text:start-value') ?? Number.NaN);
    if (!Number.isNaN(start)) list.counters.restart(this.#open.length - 1, start);
  }

  endItem(): void {
    const list = this.#open.at(-1);
    if (list) list.waiting = false;
  }

  /** The number before the next paragraph, or before a heading of `outline` level (from 1). */
  number(outline: number | undefined): string {
    const list = this.#open.at(-1);
    if (list) {
      if (!list.waiting) return '';
      list.waiting = false;
      return list.counters.next(this.#styles.lists.get(list.style) ?? [], this.#open.length - 1);
    }
    return outline === undefined ? '' : this.#outline.next(this.#styles.outline, outline - 1);
  }

  #continued(attributes: Attributes, style: string): ListCounters | undefined {
    const list = attributes.get('text:continue-list');
    if (list !== undefined) return this.#byId.get(list);
    return attributes.get('text:continue-numbering') === 'true' ? this.#byStyle.get(style) : undefined;
  }
}
