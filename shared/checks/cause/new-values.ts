import type { Board } from '../arithmetic/board.ts';
import { fill } from '../arithmetic/filling.ts';
import { pathTo, push, reach, room } from '../arithmetic/reach.ts';

export interface NewValues {
  /** In the order of the arcs asked for. */
  readonly values: readonly number[];
  /** Whether these are the only values that make every relation hold. */
  readonly unique: boolean;
}

/** The cycle along which an arc can carry more, or less; undefined when it can not. */
const cycle = (board: Board, flow: readonly number[], arc: number, more: boolean) => {
  const { tail, head } = board.system;
  const [start, end] = more ? [head[arc]!, tail[arc]!] : [tail[arc]!, head[arc]!];
  const reached = reach(board, flow, start, { without: arc, wanted: (node) => node === end });
  return reached.found === undefined ? undefined : pathTo(board, reached, reached.found);
};

/** The values that changed figures take; among several possible ones, near to what is printed. */
export const newValues = (board: Board, arcs: readonly number[]): NewValues => {
  const free = board.free.slice();
  for (const arc of arcs) free[arc] = true;
  const opened = { ...board, free };
  const { flow } = fill(opened);
  let unique = true;
  for (const arc of arcs) {
    for (const more of [true, false]) {
      const path = more || flow[arc]! > 0 ? cycle(opened, flow, arc, more) : undefined;
      if (!path) continue;
      unique = false;
      const wanted = more ? board.values[arc]! - flow[arc]! : flow[arc]! - board.values[arc]!;
      if (wanted <= 0) continue;
      const amount = Math.min(wanted, room(flow, path));
      push(flow, path, amount);
      flow[arc]! += more ? amount : -amount;
    }
  }
  return { values: arcs.map((arc) => flow[arc]!), unique };
};
