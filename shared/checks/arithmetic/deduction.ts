import { type Board, boardOf } from './board.ts';
import { type Cells, openTerms, residual } from './cells.ts';
import { type Conflict, fill } from './filling.ts';
import { reach } from './reach.ts';
import type { Relation } from './relation.ts';
import type { System } from './system.ts';

/** A blank that the relations settle: the only number it can stand for. Never written back as stated. */
export interface Deduction {
  readonly figure: string;
  readonly value: number;
  /**
   * The relation it is read off, as `rule#subject`, given the deductions listed before it; several where only all
   * of them together tell.
   */
  readonly by: readonly string[];
}

/** Cells with what has been read off so far: settled ones are no longer open. */
interface Progress {
  readonly cells: Cells & { readonly values: number[]; readonly open: boolean[] };
  readonly deductions: Map<string, Deduction>;
}

/** What a relation settles by itself: its last open figure, or all of them when nothing is left to share. */
const readOff = (relation: Relation, { cells, deductions }: Progress): boolean => {
  const open = openTerms(relation, cells);
  const [first] = open;
  if (!first) return false;
  const rest = residual(relation, cells.values);
  const alike = open.every((term) => term.coefficient === first.coefficient);
  if (open.length > 1 && (rest !== 0 || !alike)) return false;
  for (const { figure, cell, coefficient } of open) {
    // `-0` would print as such.
    const value = -rest * coefficient || 0;
    cells.values[cell] = value;
    cells.open[cell] = false;
    deductions.set(figure, { figure, value, by: [relation.id] });
  }
  return true;
};

/** Reads open figures off single relations, again and again until nothing more comes out. */
const propagate = (relations: readonly Relation[], cells: Cells): Progress => {
  const progress = {
    cells: { ...cells, values: cells.values.slice(), open: cells.open.slice() },
    deductions: new Map<string, Deduction>(),
  };
  let waiting = relations.filter((relation) => relation.terms.some(({ cell }) => cells.open[cell]));
  for (let grown = true; grown; ) {
    const left = waiting.filter((relation) => !readOff(relation, progress));
    grown = left.length < waiting.length;
    waiting = left;
  }
  return progress;
};

/** Whether an open figure can take another value than it has in this filling: a cycle passes through its arc. */
const canVary = (board: Board, flow: readonly number[], arc: number): boolean => {
  const { tail, head } = board.system;
  const target = tail[arc]!;
  const up = reach(board, flow, head[arc]!, { without: arc, wanted: (node) => node === target });
  if (up.found !== undefined) return true;
  if (flow[arc] === 0) return false;
  const back = reach(board, flow, target, { without: arc, wanted: (node) => node === head[arc] });
  return back.found !== undefined;
};

/** Adds what no single relation tells, yet all of them together do; only for blanks, the others are never told. */
const completeFrom = (
  board: Board,
  flow: readonly number[],
  blank: readonly boolean[],
  deductions: Map<string, Deduction>,
): void => {
  const { system, free } = board;
  const open = new Set(system.figures.filter((_figure, arc) => free[arc]));
  const by = system.relations
    .filter((relation) => relation.terms.some((term) => open.has(term.figure)))
    .map((relation) => relation.id);
  system.figures.forEach((figure, arc) => {
    if (!blank[system.cells[arc]!] || deductions.has(figure) || canVary(board, flow, arc)) return;
    deductions.set(figure, { figure, value: flow[arc]!, by });
  });
};

export interface Settled {
  /** By figure id: every open figure with exactly one possible value; empty when there is a conflict. */
  readonly deductions: ReadonlyMap<string, Deduction>;
  /** Proof that no filling exists. */
  readonly conflict?: Conflict;
}

const NOTHING: ReadonlyMap<string, Deduction> = new Map();

/** Settles the open figures of a system, or proves that they cannot be filled. */
export const settle = (system: System, cells: Cells): Settled => {
  if (cells.whole || !system.cells.some((cell) => cells.open[cell])) return { deductions: NOTHING };
  const read = propagate(system.relations, cells);
  const allRead = system.cells.every((cell) => !read.cells.open[cell]);
  const whole = [...read.deductions.values()].every(({ value }) => value >= 0 && Number.isInteger(value));
  const hold = () => system.relations.every((relation) => residual(relation, read.cells.values) === 0);
  if (allRead && whole && hold()) return { deductions: read.deductions };
  const board = boardOf(system, cells);
  const { flow, conflicts } = fill(board);
  const conflict = conflicts.toSorted((a, b) => a.nodes.length - b.nodes.length)[0];
  if (conflict) return { deductions: NOTHING, conflict };
  completeFrom(board, flow, cells.blank, read.deductions);
  return { deductions: read.deductions };
};
