import { labelKey } from '../fold.ts';
import { labelsOf } from '../labels.ts';
import type { TemplateId } from '../report.ts';
import { overlap, similarity } from '../similarity.ts';
import { perTemplate } from '../templates/per-template.ts';
import { APPLICANTS, REQUEST_ROWS, type RequestRow, requestRows } from '../templates/requests.ts';
import type { Entry } from './entry.ts';

const EXACT = 100;
const BARE = 10;
/** Likeness from which a label that is not exact counts for a row, and by how much it must lead all others. */
const ALIKE = 0.8;
const LEAD = 0.15;
/** Likeness from which a label points to a row, though it may be cut or wrapped. */
const POINTS = 0.7;
const ORDINAL = /^(?:\d{1,2}|[一二三四五六七])/;
/** Likeness below which a label has nothing to do with a row. */
const UNLIKE = 0.4;
/** Fewer characters may begin anything. */
const SHORTEST_BEGINNING = 4;
/** Share of the text that must be the label's: the end of one label with the beginning of another is neither. */
const OWN = 0.9;
/** Variants shorter than this share of their label are cut. */
const UNCUT = 0.7;

/** Seven numbers can stand for any row; fewer or more cannot, unless the surplus may be spare cells of a table. */
export const isBareRow = ({ values, borders }: Entry): boolean =>
  values.length === APPLICANTS.length || (borders && values.length > APPLICANTS.length);

/** What a label says of the row that its numbers belong to. */
export interface Evidence {
  /** The entry can stand for some row. */
  readonly possible: boolean;
  /** By row of the template: how well the entry fits, -1 for not at all. */
  readonly scores: readonly number[];
  /** The row that its label names in the form's own words. */
  readonly named: number | undefined;
  /** The row that its label points to, though others may come close. */
  readonly points: number | undefined;
  /** The one row that its label can only mean, where there is one. */
  readonly sure: number | undefined;
}

/** Cut labels count only where they are printed exactly: the end of a wrapped label is like them. */
const rowKeys = (row: RequestRow): string[] =>
  [row.label, ...row.variants.filter(({ length }) => length > row.label.length * UNCUT)].flatMap((text) => [
    labelKey(text),
    labelKey((row.group?.label ?? '') + row.ordinal + text),
  ]);

/** Headings of groups, and how like them a text must be to be one, misprinted. */
const GROUP_KEYS: readonly string[] = [
  ...new Set(
    REQUEST_ROWS.flatMap(({ group }) =>
      group ? [labelKey(group.ordinal + group.label), labelKey(group.label)] : [],
    ),
  ),
];
const HEADING = 0.7;

/** What the texts of a template's rows give, made once: nearly every entry is named exactly. */
interface Form {
  readonly rows: readonly RequestRow[];
  readonly exact: ReadonlyMap<string, Evidence>;
  readonly none: Evidence;
  /** Any row will do. */
  readonly bare: Evidence;
}

const toForm = (template: TemplateId): Form => {
  const rows = requestRows(template);
  const exact = rows.map(({ id }, own): [string, Evidence] => [
    id,
    {
      possible: true,
      scores: rows.map((_, index) => (index === own ? EXACT : -1)),
      named: own,
      points: own,
      sure: own,
    },
  ]);
  const unnamed = { named: undefined, points: undefined, sure: undefined };
  return {
    rows,
    exact: new Map(exact),
    none: { possible: false, scores: rows.map(() => -1), ...unnamed },
    bare: { possible: true, scores: rows.map(() => BARE), ...unnamed },
  };
};

const formOf = perTemplate(toForm);

/** The texts of each row, for the labels that are not exact: most reports have none. */
const keysOf = perTemplate((template): readonly string[][] => requestRows(template).map(rowKeys));

/** Headings of groups are printed in table 三 but name none of its rows: numbers beside them are their own. */
const isGroupHeading = ({ text }: Entry): boolean =>
  labelsOf(text).some(({ kind }) => kind === 'requestGroup');

/** The one row whose label begins with a text, which a line's end may have cut. */
const onlyBeginningOf = (key: string, keys: readonly (readonly string[])[]): number | undefined => {
  const words = key.replace(ORDINAL, '');
  if (words.length < SHORTEST_BEGINNING) return undefined;
  const rows = keys.flatMap((variants, row) =>
    variants.some((text) => text.startsWith(words)) ? [row] : [],
  );
  return rows.length === 1 ? rows[0] : undefined;
};

/** The likeness that two texts reach at most: every character they share stands in the same order. */
const mostAlike = (shared: ReadonlySet<string>, key: string, text: string): number => {
  let count = 0;
  for (let index = 0; index < text.length; index++) if (shared.has(text[index]!)) count++;
  return (2 * count) / (key.length + text.length);
};

/** How like a text is to the most similar of others; 0 where it is unlike all of them, as it mostly is. */
const likeness = (key: string, characters: ReadonlySet<string>, others: readonly string[]): number => {
  let best = 0;
  for (const other of others) {
    if (mostAlike(characters, key, other) < Math.max(best, UNLIKE)) continue;
    best = Math.max(best, similarity(key, other));
  }
  return best < UNLIKE ? 0 : best;
};

const evidenceOf = (entry: Entry, template: TemplateId): Evidence => {
  const { exact, none, bare } = formOf(template);
  const named = entry.label === undefined ? undefined : exact.get(entry.label);
  if (named) return named;
  if (isGroupHeading(entry) || !isBareRow(entry)) return none;
  const key = labelKey(entry.text);
  if (key === '') return bare;
  const keys = keysOf(template);
  const characters = new Set(key.split(''));
  const byRow = keys.map((variants) => likeness(key, characters, variants));
  const best = Math.max(...byRow);
  if (likeness(key, characters, GROUP_KEYS) > Math.max(best, HEADING)) return none;
  const index = byRow.indexOf(best);
  const second = Math.max(...byRow.filter((_, other) => other !== index));
  const whole = keys[index]!.some((variant) => overlap(key, variant) >= key.length * OWN);
  const sure = best >= ALIKE && best - second >= LEAD && whole ? index : undefined;
  return {
    possible: true,
    scores: byRow.map((value) => BARE + value * 40),
    named: undefined,
    points: best >= POINTS && best - second >= LEAD && whole ? index : onlyBeginningOf(key, keys),
    sure,
  };
};

/**
 * A label may be wrapped around its numbers: the end of it, where what stands before that ends with its beginning, is
 * no label of the numbers behind it.
 */
const withoutWrapped = (
  evidence: readonly Evidence[],
  entries: readonly Entry[],
  template: TemplateId,
): readonly Evidence[] =>
  evidence.map((own, index) => {
    const before = entries[index - 1];
    if (own.sure === undefined || own.named !== undefined || before === undefined) return own;
    const end = labelKey(entries[index]!.text);
    const beginning = labelKey(before.text);
    const isEnd = keysOf(template)[own.sure]!.some(
      (key) => key.length > end.length && key.endsWith(end) && beginning.endsWith(key.slice(0, -end.length)),
    );
    return isEnd ? { ...own, points: undefined, sure: undefined } : own;
  });

/**
 * Two rows with the same name: neither can be told by it alone. Nor can one whose label is only like the name, such
 * as the wrapped end of another's.
 */
const withoutTwins = (evidence: readonly Evidence[]): readonly Evidence[] => {
  // By row of the form.
  const named: number[] = [];
  const pointed: number[] = [];
  let twins = false;
  for (const own of evidence) {
    if (own.points === undefined) continue;
    twins ||= pointed[own.points] !== undefined;
    pointed[own.points] = (pointed[own.points] ?? 0) + 1;
    if (own.named !== undefined) named[own.named] = (named[own.named] ?? 0) + 1;
  }
  if (!twins) return evidence;
  return evidence.map((own) => {
    if (own.points === undefined) return own;
    const others = own.named === undefined ? pointed : named;
    return others[own.points]! > 1 ? { ...own, named: undefined, sure: undefined } : own;
  });
};

/** What the labels of the entries say, each for itself and then beside the others. */
export const evidenceOfAll = (entries: readonly Entry[], template: TemplateId): readonly Evidence[] => {
  const found = entries.map((entry) => evidenceOf(entry, template));
  return withoutTwins(withoutWrapped(found, entries, template));
};
