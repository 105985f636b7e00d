import type { System } from './system.ts';

/** A system as it is filled: what is printed, and which figures may take any non-negative whole number. */
export interface Board {
  readonly system: System;
  /** By arc; 0 where no number is printed. */
  readonly values: Float64Array;
  /** By arc: 1 where the figure is open. */
  readonly free: Uint8Array;
}

/** Proof that no filling exists: the relations of `nodes` taken together cannot hold. */
export interface Conflict {
  readonly nodes: readonly number[];
  /** The arcs of which at least one must change; a figure that would have to fall below 0 is not among them. */
  readonly arcs: readonly number[];
}

export interface Filling {
  /** By arc: the printed value, or one that the open figure can take. */
  readonly flow: Float64Array;
  /** Empty when the filling makes every relation hold. */
  readonly conflicts: readonly Conflict[];
  /** How often the network was searched: what the time goes into. */
  readonly effort: number;
}

const isNode = (node: number | undefined): node is number => node !== undefined;

/** What each node has too much of (positive) or lacks (negative), from the figures that are not open. */
const imbalance = ({ system, values, free }: Board): Float64Array => {
  const excess = new Float64Array(system.incident.length);
  for (let arc = 0; arc < values.length; arc += 1) {
    const value = values[arc]!;
    if (free[arc] || value === 0) continue;
    excess[system.head[arc]!]! += value;
    excess[system.tail[arc]!]! -= value;
  }
  return excess;
};

/**
 * Where a unit that moves from `node` along `arc` arrives, or −1: forward along an open arc without limit,
 * against it as far as it carries something. `backward` asks where a unit that arrives at `node` came from.
 */
const step = (board: Board, flow: Float64Array, node: number, arc: number, backward: boolean): number => {
  const { system, free } = board;
  if (!free[arc]) return -1;
  const from = backward ? system.head[arc]! : system.tail[arc]!;
  const to = backward ? system.tail[arc]! : system.head[arc]!;
  if (node === from) return to;
  return flow[arc]! > 0 ? from : -1;
};

/** By node, −1 throughout; a copy, which takes half the time of filling. */
const unreached = (nodes: number): Int32Array => {
  if (UNREACHED.length < nodes) UNREACHED = new Int32Array(nodes).fill(-1);
  return UNREACHED.slice(0, nodes);
};
let UNREACHED = new Int32Array(0);

/**
 * The nodes that can be reached from `start` (or, `backward`, that can reach it), each with the arc by which
 * it was entered. Stops early at a node that `wanted` accepts.
 */
export const reach = (
  board: Board,
  flow: Float64Array,
  start: number,
  options: { backward?: boolean; without?: number; wanted?: (node: number) => boolean } = {},
): { readonly via: Int32Array; readonly found: number | undefined } => {
  const { backward = false, without = -1, wanted } = options;
  const via = unreached(board.system.incident.length);
  via[start] = -2;
  const queue = [start];
  for (let next = 0; next < queue.length; next += 1) {
    const node = queue[next]!;
    if (wanted?.(node)) return { via, found: node };
    for (const arc of board.system.incident[node]!) {
      if (arc === without) continue;
      const other = step(board, flow, node, arc, backward);
      if (other < 0 || via[other] !== -1) continue;
      via[other] = arc;
      queue.push(other);
    }
  }
  return { via, found: undefined };
};

/** The path that `reach` took from its start to `end`, as cells with the direction they are walked in. */
export const pathTo = (
  board: Board,
  via: Int32Array,
  end: number,
): { readonly arc: number; readonly forward: boolean }[] => {
  const path = [];
  for (let node = end; via[node]! >= 0; ) {
    const arc = via[node]!;
    const forward = board.system.head[arc] === node;
    path.unshift({ arc, forward });
    node = forward ? board.system.tail[arc]! : board.system.head[arc]!;
  }
  return path;
};

/** How much can move along a path, and moving it. */
export const room = (flow: Float64Array, path: ReturnType<typeof pathTo>): number =>
  Math.min(...path.map(({ arc, forward }) => (forward ? Number.POSITIVE_INFINITY : flow[arc]!)));

export const push = (flow: Float64Array, path: ReturnType<typeof pathTo>, amount: number): void => {
  for (const { arc, forward } of path) flow[arc]! += forward ? amount : -amount;
};

/** The cut around the nodes that could be reached: what would have to change for it to balance. */
const cut = ({ system, values, free }: Board, via: Int32Array, backward: boolean): Conflict => {
  const inside = (node: number): boolean => via[node] !== -1;
  const nodes: number[] = [];
  const arcs: number[] = [];
  for (let node = 0; node < via.length; node += 1) {
    if (!inside(node)) continue;
    nodes.push(node);
    for (const arc of system.incident[node]!) {
      const leaves = system.tail[arc] === node;
      if (free[arc] || inside(leaves ? system.head[arc]! : system.tail[arc]!)) continue;
      // Too much inside: more must leave, or less enter. Too little: the other way round.
      if (leaves !== backward || values[arc]! > 0) arcs.push(arc);
    }
  }
  return { nodes, arcs };
};

/**
 * Fills the open figures so that every relation holds, or proves that it cannot be done: one conflict for every
 * node that stays out of balance.
 */
export const fill = (board: Board): Filling => {
  const excess = imbalance(board);
  const flow = board.values.slice();
  for (let arc = 0; arc < flow.length; arc += 1) if (board.free[arc]) flow[arc] = 0;
  const conflicts: Conflict[] = [];
  let effort = 0;
  for (let node = 0; node < excess.length; node += 1) {
    while (excess[node]! > 0) {
      effort += 1;
      const { via, found } = reach(board, flow, node, { wanted: (other) => excess[other]! < 0 });
      if (!isNode(found)) {
        conflicts.push(cut(board, via, false));
        break;
      }
      const path = pathTo(board, via, found);
      const amount = Math.min(excess[node]!, -excess[found]!, room(flow, path));
      push(flow, path, amount);
      excess[node]! -= amount;
      excess[found]! += amount;
    }
  }
  for (let node = 0; node < excess.length; node += 1) {
    if (excess[node]! >= 0) continue;
    effort += 1;
    conflicts.push(cut(board, reach(board, flow, node, { backward: true }).via, true));
  }
  return { flow, conflicts, effort };
};
