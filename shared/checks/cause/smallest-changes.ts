import type { Board } from '../arithmetic/board.ts';
import { type Conflict, fill } from '../arithmetic/filling.ts';

/** What the search has found when it stops. */
export interface SmallestChanges {
  /** Every smallest set of arcs whose figures must change, in no order that means anything. */
  readonly sets: readonly (readonly number[])[];
  /** False when the search ended at its work limit: then `sets` may lack some, or be empty. */
  readonly complete: boolean;
}

/** How often the network may be searched: some 10 ms, and fifty times what a usual slip takes. */
const WORK_LIMIT = 2000;
/** How many sets are kept: nobody reads more candidates. */
const SET_LIMIT = 400;

/** A lower bound on the changes still needed: conflicts that have no arc in common need one each. */
const disjoint = (candidates: readonly (readonly number[])[], arcCount: number): number => {
  const taken = new Array<boolean>(arcCount).fill(false);
  let count = 0;
  for (const arcs of candidates) {
    if (arcs.some((arc) => taken[arc])) continue;
    for (const arc of arcs) taken[arc] = true;
    count += 1;
  }
  return count;
};

/** The last change must settle every conflict at once. */
const common = (candidates: readonly (readonly number[])[]): readonly number[] => {
  const [first = [], ...others] = candidates;
  return first.filter((arc) => others.every((arcs) => arcs.includes(arc)));
};

class Search {
  private readonly board: Board & { readonly free: boolean[] };
  private readonly limit: number;
  private readonly kept: boolean[];
  private readonly chosen: number[] = [];
  private readonly fixed: (Conflict | undefined)[] = [];
  private work = 0;
  readonly sets: number[][] = [];

  constructor(board: Board, limit: number) {
    this.board = { ...board, free: [...board.free] };
    this.limit = limit;
    this.kept = board.free.map(() => false);
  }

  get exhausted(): boolean {
    return this.work > this.limit || this.sets.length >= SET_LIMIT;
  }

  /** Opens an arc for what `inside` does, as one change. */
  with(arc: number, inside: () => void): void {
    this.board.free[arc] = true;
    this.chosen.push(arc);
    inside();
    this.chosen.pop();
    this.board.free[arc] = false;
  }

  private candidates(conflicts: readonly Conflict[]): number[][] {
    return conflicts
      .map((conflict) => conflict.arcs.filter((arc) => !this.kept[arc]))
      .sort((a, b) => a.length - b.length);
  }

  /** Finds every set that completes the chosen arcs with exactly `budget` more. */
  extend(budget: number): void {
    if (this.exhausted) return;
    const { conflicts, effort } = fill(this.board, this.fixed);
    this.work += effort + 1;
    if (conflicts.length === 0) {
      this.sets.push([...this.chosen]);
      return;
    }
    const candidates = this.candidates(conflicts);
    if (disjoint(candidates, this.kept.length) > budget) return;
    const branches = budget === 1 ? common(candidates) : (candidates[0] ?? []);
    // A set that holds several of the branches is found under the first of them; the others leave it alone.
    for (const arc of branches) {
      this.with(arc, () => this.extend(budget - 1));
      this.kept[arc] = true;
    }
    for (const arc of branches) this.kept[arc] = false;
  }

  /** A first lower bound, and the size at which nothing more needs to change. */
  least(): number {
    return disjoint(this.candidates(fill(this.board, this.fixed).conflicts), this.kept.length);
  }
}

/** A count below zero or with a fraction can be no true figure: it changes in every repair. */
const impossible = ({ values, free }: Board): number[] => {
  const arcs: number[] = [];
  for (let arc = 0; arc < values.length; arc += 1) {
    const isCount = Number.isInteger(values[arc]) && values[arc]! >= 0;
    if (!free[arc] && !isCount) arcs.push(arc);
  }
  return arcs;
};

/**
 * The smallest sets of figures after whose change every relation of the system holds (Fellegi and Holt, A
 * systematic approach to automatic edit and imputation, 1976), with blanks free to take any non-negative whole
 * number. Exact: each conflict proves that one of its arcs must change, so that branching over them, one size
 * after the other, misses no smallest set.
 */
export const smallestChanges = (board: Board, limit = WORK_LIMIT): SmallestChanges => {
  const search = new Search(board, limit);
  const run = (forced: readonly number[]): void => {
    const [arc, ...others] = forced;
    if (arc !== undefined) {
      search.with(arc, () => run(others));
      return;
    }
    for (let size = search.least(); search.sets.length === 0 && !search.exhausted; size += 1) {
      search.extend(size);
    }
  };
  run(impossible(board));
  return { sets: search.sets, complete: !search.exhausted };
};
