import type { Board } from './board.ts';

/** What a walk through the network has reached. The next walk writes over it. */
export interface Reached {
  /** By node: the arc by which it was entered; −2 at the start, −1 where it was not reached. */
  readonly via: Int32Array;
  /** The node that was wanted. */
  readonly found: number | undefined;
}

/** Kept from walk to walk: a search walks thousands of times, and mostly no further than its start. */
let via = new Int32Array(64).fill(-1);
let walked: readonly number[] = [];

/** Makes place for another walk, which may reach `size` nodes. */
const forget = (size: number): void => {
  for (const node of walked) via[node] = -1;
  if (via.length < size) via = new Int32Array(size).fill(-1);
};

/**
 * Where a unit that moves from `node` along `arc` arrives, or −1: forward along an open arc without limit,
 * against it as far as it carries something. `backward` asks where a unit that arrives at `node` came from.
 */
const step = (
  board: Board,
  flow: readonly number[],
  node: number,
  arc: number,
  backward: boolean,
): number => {
  const { tail, head } = board.system;
  const from = backward ? head[arc]! : tail[arc]!;
  if (node === from) return backward ? tail[arc]! : head[arc]!;
  return flow[arc]! > 0 ? from : -1;
};

/**
 * The nodes that can be reached from `start` (or, `backward`, that can reach it), each with the arc by which
 * it was entered. Stops early at a node that `wanted` accepts.
 */
export const reach = (
  board: Board,
  flow: readonly number[],
  start: number,
  options: { backward?: boolean; without?: number; wanted?: (node: number) => boolean } = {},
): Reached => {
  const { backward = false, without = -1, wanted } = options;
  const { system, free } = board;
  forget(system.incident.length);
  via[start] = -2;
  const nodes = [start];
  walked = nodes;
  for (let next = 0; next < nodes.length; next += 1) {
    const node = nodes[next]!;
    if (wanted?.(node)) return { via, found: node };
    for (const arc of system.incident[node]!) {
      if (!free[arc] || arc === without) continue;
      const other = step(board, flow, node, arc, backward);
      if (other < 0 || via[other] !== -1) continue;
      via[other] = arc;
      nodes.push(other);
    }
  }
  return { via, found: undefined };
};

/** The path that `reach` took from its start to `end`, as cells with the direction they are walked in. */
export const pathTo = (
  board: Board,
  { via }: Reached,
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
export const room = (flow: readonly number[], path: ReturnType<typeof pathTo>): number =>
  Math.min(...path.map(({ arc, forward }) => (forward ? Number.POSITIVE_INFINITY : flow[arc]!)));

export const push = (flow: number[], path: ReturnType<typeof pathTo>, amount: number): void => {
  for (const { arc, forward } of path) flow[arc]! += forward ? amount : -amount;
};
