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

/**
 * Chooses among each row's readings with the relations between rows, as long as that leaves exactly one: a
 * relation in which all rows but one are settled settles that one, or says that nothing fits.
 */
export const resolveRows = (
  rows: readonly OpenRow[],
  relations: readonly ColumnRelation[],
): ReadonlyMap<string, Resolved> => {
  const open = new Map(rows.map((row) => [row.id, row.candidates]));
  const settled = new Map<string, Resolved>();
  for (const { id, candidates } of rows) {
    if (candidates.length === 1) settled.set(id, { numbers: candidates[0]!, by: [] });
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const { rule, parts, whole } of relations) {
      const unsettled = [...parts, ...whole].filter((id) => !settled.has(id));
      const [id] = unsettled;
      if (unsettled.length !== 1 || id === undefined) continue;
      const candidates = open.get(id) ?? [];
      const sign = parts.includes(id) ? 1 : -1;
      const sum = (ids: readonly string[], column: number) =>
        ids.reduce((total, other) => total + (other === id ? 0 : settled.get(other)!.numbers[column]!), 0);
      const fitting = candidates.filter((numbers) =>
        numbers.every((value, column) => value * sign === sum(whole, column) - sum(parts, column)),
      );
      if (fitting.length !== 1) continue;
      settled.set(id, { numbers: fitting[0]!, by: [rule] });
      changed = true;
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
    const columns = settled.get(ids[0]!)!.numbers.keys();
    const addsUp = [...columns].every((column) => total(parts, column) === total(whole, column));
    for (const id of ids) (addsUp ? confirmed : doubtful).add(id);
  }
  return { confirmed, doubtful };
};
