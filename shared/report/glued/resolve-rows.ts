/** A row of seven numbers as far as it is known: one candidate where it is settled. */
export interface OpenRow {
  readonly id: string;
  readonly candidates: readonly (readonly number[])[];
}

/** Rows that add up, column by column: the `parts` to the `whole`. */
export interface ColumnRelation {
  readonly rule: string;
  readonly parts: readonly string[];
  readonly whole: readonly string[];
}

export interface Resolved {
  readonly numbers: readonly number[];
  /** The relations between columns that were needed to choose. */
  readonly by: readonly string[];
}

/** More combinations of readings than this are not tried out. */
const MOST_COMBINATIONS = 20_000;

/**
 * The readings of `open` rows, one of each, that make the columns add up to `target`; only when there is exactly
 * one such choice. A row counts with its sign.
 */
const onlyChoice = (
  open: readonly { readonly sign: number; readonly candidates: readonly (readonly number[])[] }[],
  target: readonly number[],
): (readonly number[])[] | undefined => {
  let found: (readonly number[])[] | undefined;
  let choices = 0;
  const visit = (index: number, rest: readonly number[], chosen: (readonly number[])[]): void => {
    const row = open[index];
    if (!row) {
      if (rest.every((value) => value === 0)) {
        choices++;
        found = chosen;
      }
      return;
    }
    for (const numbers of row.candidates) {
      if (choices > 1) return;
      visit(
        index + 1,
        rest.map((value, column) => value - row.sign * numbers[column]!),
        [...chosen, numbers],
      );
    }
  };
  visit(0, target, []);
  return choices === 1 ? found : undefined;
};

/**
 * Chooses among each row's readings with the relations between rows, as long as that leaves exactly one choice:
 * the fewer readings a relation leaves open, the earlier it is asked.
 */
export const resolveRows = (
  rows: readonly OpenRow[],
  relations: readonly ColumnRelation[],
): ReadonlyMap<string, Resolved> => {
  const candidates = new Map(rows.map((row) => [row.id, row.candidates]));
  const settled = new Map<string, Resolved>();
  for (const { id, candidates } of rows) {
    if (candidates.length === 1) settled.set(id, { numbers: candidates[0]!, by: [] });
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const { rule, parts, whole } of relations) {
      const signed = [...parts.map((id) => ({ id, sign: 1 })), ...whole.map((id) => ({ id, sign: -1 }))];
      const open = signed
        .filter(({ id }) => !settled.has(id))
        .map(({ id, sign }) => ({ id, sign, candidates: candidates.get(id) ?? [] }));
      const combinations = open.reduce((product, row) => product * row.candidates.length, 1);
      if (open.length === 0 || combinations === 0 || combinations > MOST_COMBINATIONS) continue;
      const columns = [...(open[0]!.candidates[0] ?? [])].keys();
      const target = [...columns].map((column) =>
        signed.reduce((sum, { id, sign }) => sum - sign * (settled.get(id)?.numbers[column] ?? 0), 0),
      );
      const choice = onlyChoice(open, target);
      choice?.forEach((numbers, index) => settled.set(open[index]!.id, { numbers, by: [rule] }));
      changed ||= choice !== undefined;
    }
  }
  return settled;
};

/**
 * What relations say that are settled in every row: where all columns add up they confirm the readings of their
 * rows, else some reading among them may be false.
 */
export const judged = (
  settled: ReadonlyMap<string, Resolved>,
  relations: readonly ColumnRelation[],
): { readonly confirmed: ReadonlySet<string>; readonly doubtful: ReadonlySet<string> } => {
  const confirmed = new Set<string>();
  const doubtful = new Set<string>();
  for (const { parts, whole } of relations) {
    const ids = [...parts, ...whole];
    if (!ids.every((id) => settled.has(id))) continue;
    const total = (side: readonly string[], column: number) =>
      side.reduce((sum, id) => sum + settled.get(id)!.numbers[column]!, 0);
    const columns = [...settled.get(ids[0]!)!.numbers.keys()];
    const addsUp = columns.every((column) => total(parts, column) === total(whole, column));
    for (const id of ids) (addsUp ? confirmed : doubtful).add(id);
  }
  return { confirmed, doubtful };
};
