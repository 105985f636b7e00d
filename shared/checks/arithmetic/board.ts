import type { Cells } from './cells.ts';
import type { System } from './system.ts';

/** A system as it is filled: what is printed, and which figures may take any non-negative whole number. */
export interface Board {
  readonly system: System;
  /** By arc; 0 where no number is printed. */
  readonly values: readonly number[];
  /** By arc: whether the figure is open. */
  readonly free: readonly boolean[];
}

/** A system as the report fills it: every figure without a number is open. */
export const boardOf = (system: System, cells: Cells): Board => ({
  system,
  values: system.cells.map((cell) => cells.values[cell]!),
  free: system.cells.map((cell) => cells.open[cell]!),
});
