import type { Message } from '../../document/rejection.ts';
import { listChanges } from './list-changes.ts';
import type { Repair } from './repairs.ts';

/** Repairs told one by one, the best among them; of more, only how many they are. */
const TOLD = 5;

/** How sure the best repair is: the only one, or one of several that are as small, which are then listed. */
export const otherRepairs = (repairs: readonly Repair[], unique: boolean, complete: boolean): Message => {
  if (unique) return { zh: '这是唯一的最小改法。', en: 'This is the only smallest repair.' };
  if (repairs.length === 1) {
    // Of a search that did not end nobody knows whether there are others.
    return complete
      ? {
          zh: '改动这几格就够，但改成的数不止一种可能。',
          en: 'Changing these cells is enough, but other values would do as well.',
        }
      : { zh: '不一定是唯一的最小改法。', en: 'There may be other repairs as small.' };
  }
  const others = repairs.slice(1, TOLD);
  const rest = repairs.length - 1 - others.length;
  const zh = others.map(({ changes }) => listChanges(changes, 'zh')).join('，或 ');
  const en = others.map(({ changes }) => listChanges(changes, 'en')).join(', or ');
  return {
    zh: `最小改法不唯一，共 ${repairs.length} 种，也可能是：${zh}${rest > 0 ? `，另有 ${rest} 种` : ''}。`,
    en: `The smallest repair is not unique: there are ${repairs.length}, possibly ${en}${rest > 0 ? `, and ${rest} more` : ''}.`,
  };
};
