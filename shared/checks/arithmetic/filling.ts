import type { Board } from './board.ts';
import { pathTo, push, type Reached, reach, room } from './reach.ts';

/** Proof that no filling exists: the relations of `nodes` taken together cannot hold. */
export interface Conflict {
  readonly nodes: readonly number[];
  /** The arcs of which at least one must change; a figure that would have to fall below 0 is not among them. */
  readonly arcs: readonly number[];
}

export interface Filling {
  /** By arc: the printed value, or one that the open figure can take. */
  readonly flow: number[];
  /** Empty when the filling makes every relation hold. */
  readonly conflicts: readonly Conflict[];
  /** How often the network was searched: what the time goes into. */
  readonly effort: number;
}

/** A board before anything moves, by node. */
interface Start {
  /** What it has too much of (positive) or lacks (negative), from the figures that are not open. */
  readonly excess: number[];
  /** Only printed figures meet here: nothing can move to or from it, and the other nodes do not matter to it. */
  readonly isFixed: readonly boolean[];
}

const startOf = ({ system, values, free }: Board): Start => {
  const { head, tail } = system;
  const excess: number[] = system.incident.map(() => 0);
  const isFixed: boolean[] = system.incident.map(() => true);
  for (let arc = 0; arc < values.length; arc += 1) {
    if (free[arc]) {
      isFixed[head[arc]!] = false;
      isFixed[tail[arc]!] = false;
      continue;
    }
    const value = values[arc]!;
    if (value === 0) continue;
    excess[head[arc]!]! += value;
    excess[tail[arc]!]! -= value;
  }
  return { excess, isFixed };
};

/** The cut around the nodes that could be reached: what would have to change for it to balance. */
const cut = ({ system, values, free }: Board, { via }: Reached, backward: boolean): Conflict => {
  const { head, tail, incident } = system;
  const nodes: number[] = [];
  const arcs: number[] = [];
  for (let node = 0; node < incident.length; node += 1) {
    if (via[node] === -1) continue;
    nodes.push(node);
    for (const arc of incident[node]!) {
      const leaves = tail[arc] === node;
      if (free[arc] || via[leaves ? head[arc]! : tail[arc]!] !== -1) continue;
      // Too much inside: more must leave, or less enter. Too little: the other way round.
      if (leaves !== backward || values[arc]! > 0) arcs.push(arc);
    }
  }
  return { nodes, arcs };
};

/**
 * Fills the open figures so that every relation holds, or proves that it cannot be done: one conflict for every
 * node that stays out of balance.
 *
 * `fixed` keeps the conflicts of nodes where only printed figures meet. A search that fills one board over and over,
 * with some figures more or less open, passes it on from filling to filling: most nodes are the same each time.
 */
export const fill = (board: Board, fixed: (Conflict | undefined)[] = []): Filling => {
  const { excess, isFixed } = startOf(board);
  const flow = board.values.map((value, arc) => (board.free[arc] ? 0 : value));
  const conflicts: Conflict[] = [];
  const toLacking = { wanted: (node: number): boolean => excess[node]! < 0 };
  const conflictAt = (node: number, backward: boolean): Conflict =>
    cut(board, reach(board, flow, node, { backward }), backward);
  const fixedAt = (node: number, backward: boolean): Conflict => {
    const conflict = fixed[node] ?? conflictAt(node, backward);
    fixed[node] = conflict;
    return conflict;
  };
  let effort = 0;
  for (let node = 0; node < excess.length; node += 1) {
    while (excess[node]! > 0) {
      effort += 1;
      if (isFixed[node]) {
        conflicts.push(fixedAt(node, false));
        break;
      }
      const reached = reach(board, flow, node, toLacking);
      const { found } = reached;
      if (found === undefined) {
        conflicts.push(cut(board, reached, false));
        break;
      }
      const path = pathTo(board, reached, found);
      const amount = Math.min(excess[node]!, -excess[found]!, room(flow, path));
      push(flow, path, amount);
      excess[node]! -= amount;
      excess[found]! += amount;
    }
  }
  for (let node = 0; node < excess.length; node += 1) {
    if (excess[node]! >= 0) continue;
    effort += 1;
    conflicts.push(isFixed[node] ? fixedAt(node, true) : conflictAt(node, true));
  }
  return { flow, conflicts, effort };
};
