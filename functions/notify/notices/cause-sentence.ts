import { SLIP_KINDS } from '../../../shared/checks/cause/slips.ts';
import type { CauseSummary } from '../../../shared/records/stored-record.ts';

type Change = CauseSummary['repair'][number];

const cellOf = ({ figure, row, column }: Change): string => (row && column ? `${row} · ${column}` : figure);

const changeOf = (change: Change, should: string): string =>
  `${cellOf(change)} ${change.from === null ? '空着' : `填的是 ${change.from}`}，${should} ${change.to}`;

/**
 * One sentence for a cause: each cell with its row, column, printed and likely number; then what it looks like. Where
 * other repairs are as small, what the cause says of them all: a guess is not told as a fact.
 */
export const causeSentence = ({ kind, unique, message, repair }: CauseSummary): string | undefined => {
  if (repair.length === 0 || (!unique && message)) return message?.zh;
  const slip = SLIP_KINDS.find((known) => known.kind === kind)?.words.zh;
  const remarks = [slip && `像是${slip}`, unique ? '这是唯一的最小改法' : '最小改法不唯一'].filter(Boolean);
  const changes = repair.map((change) => changeOf(change, unique ? '应为' : '可能应为'));
  return `${changes.join('；')}（${remarks.join('，')}）。`;
};
