import { HISTORY_RULES } from '../../shared/checks/history/history-rules.ts';
import type { Figure, Report } from '../../shared/report/report.ts';

/** What the rules over two years ask of the earlier one. */
const ASKED: readonly string[] = [...new Set(HISTORY_RULES.flatMap(({ asksBefore }) => asksBefore))];

/** A few dozen numbers of one report, in the order of `ASKED`; undefined where its form has no such figure. */
interface Kept {
  readonly templates: Report['templates'];
  readonly values: readonly (number | null | undefined)[];
}

/** Two files of the same agency and year that do not say the same. */
const DISPUTED = 'disputed';

const keyOf = (agency: string, year: number): string => `${year} ${agency}`;

const keep = ({ templates, figures }: Report): Kept => ({
  templates,
  values: ASKED.map((id) => figures[id]?.value),
});

/** As much of a report as the rules over two years look at in the earlier one. */
const asReport = (agency: string, year: number, { templates, values }: Kept): Report => {
  const figures: Record<string, Figure> = {};
  for (const [index, id] of ASKED.entries()) {
    const value = values[index];
    if (value !== undefined) figures[id] = { value, state: value === null ? 'missing' : 'stated' };
  }
  return {
    agency,
    year,
    template: templates.requests,
    templates,
    header: { years: [] },
    figures,
    claims: [],
    sections: [],
  };
};

/**
 * Remembers of every report what the one of the next year is held against: some hundred bytes each, whatever the
 * size of the file. Reports without agency or year have no neighbours. Where two files of one agency and year
 * disagree, neither is held against: nobody knows which of them was published.
 */
export class YearsBefore {
  private readonly kept = new Map<string, Kept | typeof DISPUTED>();

  add(report: Report): void {
    const { agency, year } = report;
    if (agency === null || year === null) return;
    const key = keyOf(agency, year);
    const known = this.kept.get(key);
    const kept = keep(report);
    if (known === undefined) this.kept.set(key, kept);
    else if (JSON.stringify(known) !== JSON.stringify(kept)) this.kept.set(key, DISPUTED);
  }

  /** The report of the same agency for the year before. */
  of({ agency, year }: Report): Report | undefined {
    if (agency === null || year === null) return undefined;
    const kept = this.kept.get(keyOf(agency, year - 1));
    return kept === undefined || kept === DISPUTED ? undefined : asReport(agency, year - 1, kept);
  }

  /** Agency and year of files that disagree, for a note. */
  get disputed(): string[] {
    return [...this.kept].flatMap(([key, kept]) => (kept === DISPUTED ? [key] : []));
  }
}
