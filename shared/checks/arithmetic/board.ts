import type { Cells } from './cells.ts';
import type { Board } from './filling.ts';
import type { System } from './system.ts';

/** A system as the report fills it: every figure without a number is open. */
export const boardOf = (system: System, cells: Cells): Board => ({
  system,
  values: Float64Array.from(system.cells, (cell) => cells.values[cell]!),
  free: Uint8Array.from(system.cells, (cell) => cells.open[cell]!),
});
