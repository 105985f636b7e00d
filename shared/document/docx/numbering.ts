import { ListCounters, type ListLevel } from '../numbering/list-counters.ts';
import { scanXml } from '../xml/scan-xml.ts';
import { WORD_NAMESPACES } from './namespaces.ts';
import { isOn, whole } from './on-off.ts';
import { inherited, type Styles } from './styles.ts';

type Level = { -readonly [K in keyof ListLevel]: ListLevel[K] } & { style?: string };

interface AbstractList {
  readonly id: string;
  readonly levels: Level[];
  /** The style whose list is meant instead of this one. */
  linkedStyle?: string;
}

interface List {
  abstract: string;
  readonly overrides: Map<number, { start?: number; level?: Level }>;
}

interface Definitions {
  readonly abstracts: ReadonlyMap<string, AbstractList>;
  readonly lists: ReadonlyMap<string, List>;
}

/** Word has nine levels. */
const DEEPEST = 8;

const newLevel = (): Level => ({ start: 1, format: 'decimal', text: '' });

/** Reads the part with the lists (ISO/IEC 29500-1, 17.9). */
const readDefinitions = (xml: string): Definitions => {
  const abstracts = new Map<string, AbstractList>();
  const lists = new Map<string, List>();
  let abstract: AbstractList = { id: '', levels: [] };
  let list: List | undefined;
  let level = newLevel();
  let override: { start?: number; level?: Level } = {};
  let alternative = false;
  scanXml(xml, WORD_NAMESPACES, {
    open(name, attributes) {
      const value = attributes.get('w:val') ?? '';
      if (name === 'mc:Fallback') alternative = true;
      else if (alternative) return;
      else if (name === 'w:abstractNum') {
        abstract = { id: attributes.get('w:abstractNumId') ?? '', levels: [] };
        abstracts.set(abstract.id, abstract);
      } else if (name === 'w:num') {
        list = { abstract: '', overrides: new Map() };
        lists.set(attributes.get('w:numId') ?? '', list);
      } else if (name === 'w:abstractNumId' && list) list.abstract = value;
      else if (name === 'w:lvlOverride' && list) {
        override = {};
        list.overrides.set(whole(attributes, 'w:ilvl', 0), override);
      } else if (name === 'w:startOverride') override.start = whole(attributes, 'w:val', 1);
      else if (name === 'w:lvl') {
        level = newLevel();
        if (list) override.level = level;
        else abstract.levels[Math.min(Math.max(0, whole(attributes, 'w:ilvl', 0)), DEEPEST)] = level;
      } else if (name === 'w:start') level.start = whole(attributes, 'w:val', 1);
      else if (name === 'w:numFmt') level.format = value;
      else if (name === 'w:lvlText') level.text = value;
      else if (name === 'w:lvlRestart') level.restartAfter = whole(attributes, 'w:val', 0) - 1;
      else if (name === 'w:isLgl') level.legal = isOn(attributes);
      else if (name === 'w:pStyle') level.style = value;
      else if (name === 'w:numStyleLink') abstract.linkedStyle = value;
    },
    close(name) {
      if (name === 'w:num') list = undefined;
      if (name === 'mc:Fallback') alternative = false;
    },
    text() {},
  });
  return { abstracts, lists };
};

/** Prints the numbers of automatic numbering, paragraph after paragraph in the order of the document. */
export class Numbering {
  readonly #definitions: Definitions;
  readonly #styles: Styles;
  readonly #counters = new Map<string, ListCounters>();
  readonly #begun = new Set<string>();

  constructor(xml: string, styles: Styles) {
    this.#definitions = readDefinitions(xml);
    this.#styles = styles;
  }

  /**
   * The number printed before a paragraph, '' where it has none. `list` and `level` are what the paragraph
   * itself says; what it leaves open comes from its style.
   */
  next(list: string | undefined, level: number | undefined, style: string | undefined): string {
    const id = list ?? inherited(this.#styles, style, 'list');
    const found = id === undefined ? undefined : this.#definitions.lists.get(id);
    const abstract = found && this.#abstractOf(found.abstract);
    if (id === undefined || !found || !abstract) return '';
    const linked = abstract.levels.findIndex((of) => of?.style !== undefined && of.style === style);
    const depth = level ?? inherited(this.#styles, style, 'level') ?? Math.max(0, linked);
    if (!(depth >= 0 && depth <= DEEPEST)) return '';

    const counters = this.#counters.get(abstract.id) ?? new ListCounters();
    this.#counters.set(abstract.id, counters);
    for (const [at, { start }] of found.overrides) {
      // A list that overrides a start begins again there, once; lists of one definition count on together.
      if (start === undefined || at !== depth || this.#begun.has(`${id}/${at}`)) continue;
      this.#begun.add(`${id}/${at}`);
      counters.restart(at, start);
    }
    const levels = abstract.levels.map((own, at) => found.overrides.get(at)?.level ?? own);
    return counters.next(levels, depth);
  }

  #abstractOf(id: string): AbstractList | undefined {
    const abstract = this.#definitions.abstracts.get(id);
    if (abstract?.linkedStyle === undefined) return abstract;
    const list = inherited(this.#styles, abstract.linkedStyle, 'list');
    const linked = this.#definitions.lists.get(list ?? '')?.abstract;
    return linked === undefined ? abstract : this.#definitions.abstracts.get(linked);
  }
}
