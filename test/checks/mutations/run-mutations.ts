import { check } from '../../../shared/checks/check.ts';
import type { Cause, Change } from '../../../shared/checks/outcome.ts';
import type { Report } from '../../../shared/report/report.ts';
import { type Damage, damaged, MUTATIONS } from './mutate.ts';
import { seeded } from './random.ts';
import { visible } from './visible.ts';

/** One line of the table: counts of mutations of one kind. */
export interface MutationRow {
  readonly mutation: string;
  tried: number;
  /** Arithmetic can see it. */
  visible: number;
  /** Of those, found; the rest of the finds would be false alarms. */
  found: number;
  falseAlarms: number;
  /** Found, and the search came to its end. */
  searched: number;
  /** Something smaller than what was done to the table repairs it as well. */
  smallerExists: number;
  /** The undoing of what was done is as small as any repair … */
  smallest: number;
  /** … and among those offered … */
  offered: number;
  /** … and the first of them. */
  first: number;
  /** As small as any, and no other repair is: the true one must be it. */
  unique: number;
  uniqueFirst: number;
  /** Wall time of each check, in milliseconds. */
  readonly times: number[];
}

const emptyRow = (mutation: string): MutationRow => ({
  mutation,
  tried: 0,
  visible: 0,
  found: 0,
  falseAlarms: 0,
  searched: 0,
  smallerExists: 0,
  smallest: 0,
  offered: 0,
  first: 0,
  unique: 0,
  uniqueFirst: 0,
  times: [],
});

const causesOf = (report: Report): { readonly found: boolean; readonly causes: readonly Cause[] } => {
  const { findings, verdict } = check(report);
  const causes = new Map(findings.flatMap(({ cause }) => (cause ? [[cause.id, cause] as const] : [])));
  return { found: verdict === 'inconsistent', causes: [...causes.values()] };
};

const sameCells = (a: readonly Change[], b: readonly Change[]): boolean =>
  a.length === b.length &&
  a.every(({ figure, to }) => b.some((other) => other.figure === figure && other.to === to));

/** The part of the true repair that a cause is about: the cells that its repairs could be about. */
const within = (cause: Cause, truth: readonly Change[]): Change[] => {
  const cells = new Set(cause.repairs.flat().map(({ figure }) => figure));
  return truth.filter(({ figure }) => cells.has(figure));
};

const count = (row: MutationRow, report: Report, damage: Damage): void => {
  const wrong = damaged(report, damage);
  const seen = visible(wrong);
  const started = performance.now();
  const { found, causes } = causesOf(wrong);
  row.times.push(performance.now() - started);
  row.tried += 1;
  if (seen) row.visible += 1;
  if (found && seen) row.found += 1;
  if (found && !seen) row.falseAlarms += 1;
  if (!found || causes.length === 0 || causes.some(({ complete }) => complete === false)) return;
  row.searched += 1;
  const truth = [...damage].map(([figure, from]) => ({ figure, from, to: report.figures[figure]!.value! }));
  const size = causes.reduce((sum, { repairs }) => sum + (repairs[0]?.length ?? 0), 0);
  if (size < truth.length) {
    row.smallerExists += 1;
    return;
  }
  row.smallest += 1;
  const offered = causes.every((cause) =>
    cause.repairs.some((repair) => sameCells(repair, within(cause, truth))),
  );
  const first = causes.every((cause) => sameCells(cause.repairs[0] ?? [], within(cause, truth)));
  const unique = causes.every((cause) => cause.unique);
  if (offered) row.offered += 1;
  if (offered && first) row.first += 1;
  if (unique) row.unique += 1;
  if (unique && first) row.uniqueFirst += 1;
};

/** Damages the reports `times` times in each way, the same in every run with the same `seed`. */
export const runMutations = (reports: readonly Report[], times: number, seed: number): MutationRow[] =>
  Object.entries(MUTATIONS).map(([name, mutate]) => {
    const random = seeded(seed);
    const row = emptyRow(name);
    for (let i = 0; i < times; i += 1) {
      const report = reports[i % reports.length]!;
      const damage = mutate(report, random);
      if (damage) count(row, report, damage);
    }
    return row;
  });

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

const quantile = (times: readonly number[], part: number): string =>
  `${(times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0).toFixed(1)} ms`;

/** The table as Markdown. */
export const mutationTable = (rows: readonly MutationRow[]): string =>
  [
    '| mutation | tried | visible | found | false alarms | search ended | smaller repair exists | true repair offered | first | first where unique | median | 95 % within |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map(
      (r) =>
        `| ${r.mutation} | ${r.tried} | ${r.visible} | ${percent(r.found, r.visible)} | ${r.falseAlarms} | ${percent(r.searched, r.found)} | ${r.smallerExists} | ${percent(r.offered, r.smallest)} of ${r.smallest} | ${percent(r.first, r.smallest)} | ${percent(r.uniqueFirst, r.unique)} of ${r.unique} | ${quantile(r.times, 0.5)} | ${quantile(r.times, 0.95)} |`,
    ),
  ].join('\n');
