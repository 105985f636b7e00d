import { formatNumber } from './format-number.ts';

/** One level of a list: `text` has `%1` … `%9` where the numbers of the levels stand. */
export interface ListLevel {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  /** The level (from 0) whose step makes this one begin again; undefined: any higher level; -1: none. */
  readonly restartAfter?: number;
  /** All numbers decimal, whatever their level says. */
  readonly legal?: boolean;
}

const CHINESE_END = /[\p{Script=Han}\u2460-\u24ff\u3200-\u32ff、。．，：（）〔〕【】〉》」』]$/u;

/** Chinese punctuation brings its own space; `1.` and `(a)` are followed by one. */
export const spaced = (label: string): string =>
  label === '' || CHINESE_END.test(label) ? label : `${label} `;

/** Counts the paragraphs of one list and prints each one's number. */
export class ListCounters {
  readonly #values: (number | undefined)[] = [];

  /** Makes a level begin again at `start` with the next paragraph. */
  restart(level: number, start: number): void {
    this.#values[level] = start - 1;
    this.#values.length = level + 1;
  }

  /** The printed number of the next paragraph at `level`, with a space where one follows; '' for a bullet. */
  next(levels: readonly (ListLevel | undefined)[], level: number): string {
    const own = levels[level];
    if (!own) return '';
    this.#values[level] = (this.#values[level] ?? own.start - 1) + 1;
    for (let deeper = level + 1; deeper < this.#values.length; deeper++) {
      const after = levels[deeper]?.restartAfter;
      if (after === undefined || level <= after) this.#values[deeper] = undefined;
    }
    if (own.format === 'bullet') return '';
    const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const shown = levels[at];
      return formatNumber(
        this.#values[at] ?? shown?.start ?? 1,
        own.legal ? 'decimal' : (shown?.format ?? ''),
      );
    });
    return spaced(label);
  }
}
