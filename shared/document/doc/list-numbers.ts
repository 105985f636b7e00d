import { ListCounters } from '../numbering/list-counters.ts';
import type { ListDefinitions } from './list-definitions.ts';
import type { ParagraphProperties } from './paragraph-properties.ts';
import type { Styles } from './styles.ts';

/** Prints the numbers of automatic numbering, paragraph after paragraph in the order of the document. */
export class ListNumbers {
  readonly #definitions: ListDefinitions;
  readonly #styles: Styles;
  readonly #counters = new Map<number, ListCounters>();
  readonly #begun = new Set<string>();

  constructor(definitions: ListDefinitions, styles: Styles) {
    this.#definitions = definitions;
    this.#styles = styles;
  }

  /** The number printed before a paragraph, '' where it has none; what it leaves open comes from its style. */
  next({ list, level, style }: ParagraphProperties): string {
    const index = list ?? this.#styles.list(style) ?? 0;
    const use = this.#definitions.uses[index - 1];
    const shared = use && this.#definitions.levels.get(use.definition);
    if (!shared) return '';
    const depth = level ?? this.#styles.level(style) ?? 0;
    let counters = this.#counters.get(use.definition);
    if (!counters) {
      counters = new ListCounters();
      this.#counters.set(use.definition, counters);
    }
    const start = use.overrides.get(depth)?.start;
    // A list that overrides a start begins again there, once; lists of one definition count on together.
    if (start !== undefined && !this.#begun.has(`${index}/${depth}`)) {
      this.#begun.add(`${index}/${depth}`);
      counters.restart(depth, start);
    }
    const levels = shared.map((own, at) => use.overrides.get(at)?.level ?? own);
    return counters.next(levels, depth);
  }
}
