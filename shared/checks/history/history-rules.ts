import { historyCarriedOver } from './carried-over.ts';
import type { HistoryRule } from './history-rule.ts';
import { historyInForce } from './in-force.ts';
import { historyJump } from './jump.ts';
import { historyPending } from './pending.ts';

/** Every rule over two years, in the order in which findings are listed. */
export const HISTORY_RULES: readonly HistoryRule[] = [
  historyCarriedOver,
  historyInForce,
  historyPending,
  historyJump,
];
