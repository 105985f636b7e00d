import { labelKey } from '../fold.ts';
import { labelsOf } from '../labels.ts';
import type { TemplateId } from '../report.ts';
import { overlap, similarity } from '../similarity.ts';
import { perTemplate } from '../templates/per-template.ts';
import { APPLICANTS, REQUEST_ROWS, type RequestRow, requestRows } from '../templates/requests.ts';
import type { Entry } from './entries.ts';
import { forceBetween } from './force-between.ts';
import { doubtfulEntries } from './lost-cells.ts';

/** An entry with the row of the form it belongs to. */
export interface Placed {
  readonly entry: Entry;
  readonly row: RequestRow;
  /** Its label names the row, or the rows around it leave no other. */
  readonly certain: boolean;
}

const EXACT = 100;
const BARE = 10;
/** Likeness from which a label that is not exact counts for a row, and by how much it must lead all others. */
const ALIKE = 0.8;
const LEAD = 0.15;
/** Likeness from which a label points to a row, though it may be cut or wrapped. */
const POINTS = 0.7;
/** Share of the text that must be the label's: the end of one label with the beginning of another is neither. */
const OWN = 0.9;
/** Variants shorter than this share of their label are cut. */
const UNCUT = 0.7;

/** Seven numbers can stand for any row; fewer or more cannot, unless the surplus may be spare cells of a table. */
const isBareRow = ({ values, borders }: Entry): boolean =>
  values.length === APPLICANTS.length || (borders && values.length > APPLICANTS.length);

/**
 * Whether an entry holds a row's values at all. A label alone in running text holds none: it may be a heading
 * above the row that repeats it, or a label that a converter moved away from its numbers.
 */
const holdsRow = (entry: Entry): boolean => entry.borders || isBareRow(entry) || entry.glued !== undefined;

interface Evidence {
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

const evidenceOf = (entry: Entry, template: TemplateId): Evidence => {
  const { exact, none, bare } = formOf(template);
  const named = entry.label === undefined ? undefined : exact.get(entry.label);
  if (named) return named;
  if (isGroupHeading(entry) || !isBareRow(entry)) return none;
  const key = labelKey(entry.text);
  if (key === '') return bare;
  const keys = keysOf(template);
  const likeness = keys.map((variants) => Math.max(...variants.map((variant) => similarity(key, variant))));
  const best = Math.max(...likeness);
  if (GROUP_KEYS.some((group) => similarity(key, group) > Math.max(best, HEADING))) return none;
  const index = likeness.indexOf(best);
  const second = Math.max(...likeness.filter((_, other) => other !== index));
  const whole = keys[index]!.some((variant) => overlap(key, variant) >= key.length * OWN);
  const sure = best >= ALIKE && best - second >= LEAD && whole ? index : undefined;
  return {
    possible: true,
    scores: likeness.map((value) => BARE + (value >= 0.4 ? value * 40 : 0)),
    named: undefined,
    points: best >= POINTS && best - second >= LEAD ? index : undefined,
    sure,
  };
};

/**
 * The assignment of entries to rows in the form's order that fits best: dynamic programming over both sequences,
 * either of which may skip (Needleman and Wunsch 1970, without a penalty for gaps).
 */
const bestAssignment = (evidence: readonly Evidence[], rowCount: number): (number | undefined)[] => {
  const width = rowCount + 1;
  const best = new Float64Array((evidence.length + 1) * width);
  for (let i = 1; i <= evidence.length; i++) {
    for (let j = 1; j <= rowCount; j++) {
      const score = evidence[i - 1]!.scores[j - 1]!;
      const skip = Math.max(best[(i - 1) * width + j]!, best[i * width + j - 1]!);
      best[i * width + j] = score < 0 ? skip : Math.max(skip, best[(i - 1) * width + j - 1]! + score);
    }
  }
  const assigned: (number | undefined)[] = evidence.map(() => undefined);
  let i = evidence.length;
  let j = rowCount;
  while (i > 0 && j > 0) {
    const here = best[i * width + j]!;
    if (here === best[(i - 1) * width + j]) i--;
    else if (here === best[i * width + j - 1]) j--;
    else assigned[--i] = --j;
  }
  return assigned;
};

/**
 * Two rows with the same name: neither can be told by it alone. Nor can one whose label is only like the name, such
 * as the wrapped end of another's.
 */
const withoutTwins = (evidence: readonly Evidence[]): readonly Evidence[] => {
  const named = new Map<number, number>();
  const pointed = new Map<number, number>();
  let twins = false;
  for (const own of evidence) {
    if (own.points === undefined) continue;
    twins ||= pointed.has(own.points);
    pointed.set(own.points, (pointed.get(own.points) ?? 0) + 1);
    if (own.named !== undefined) named.set(own.named, (named.get(own.named) ?? 0) + 1);
  }
  if (!twins) return evidence;
  return evidence.map((own) => {
    if (own.points === undefined) return own;
    const others = own.named === undefined ? pointed : named;
    return others.get(own.points)! > 1 ? { ...own, named: undefined, sure: undefined } : own;
  });
};

/**
 * Places the entries of table 三 on the rows of the template. An entry is certain when its label names its row,
 * wherever it stands; when its label is like one row's only and stands in the form's order; or when between two
 * certain neighbours there are exactly as many entries as rows.
 */
export const align = (found: readonly Entry[], template: TemplateId): Placed[] => {
  const entries = found.filter(holdsRow);
  const { rows } = formOf(template);
  const evidence = withoutTwins(entries.map((entry) => evidenceOf(entry, template)));
  const isOpen = evidence.some(({ possible, named }) => possible && named === undefined);
  const fitted = isOpen ? bestAssignment(evidence, rows.length) : [];
  const assigned = evidence.map(({ named }, index) => named ?? fitted[index]);
  const certain = assigned.map((row, index) => row !== undefined && evidence[index]!.sure === row);
  if (isOpen) forceBetween({ entries, assigned, certain, candidates: evidence }, rows);
  const doubtful = doubtfulEntries(found, rows);
  const placed: Placed[] = [];
  entries.forEach((entry, index) => {
    const row = assigned[index];
    if (row === undefined) return;
    placed.push({ entry, row: rows[row]!, certain: certain[index]! && !doubtful.has(entry) });
  });
  return placed;
};
