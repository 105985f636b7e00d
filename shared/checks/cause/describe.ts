import type { Message } from '../../document/rejection.ts';
import { figureName } from '../../report/templates/figure-list.ts';
import type { Change } from '../outcome.ts';
import type { Repair } from './repairs.ts';

const listChanges = (changes: readonly Change[]): string =>
  changes
    .map(({ figure, from, to }) => {
      const name = figureName(figure);
      return `${name ? `${name.row} ${name.column}` : figure} ${from ?? '□'}→${to}`;
    })
    .join('、');

/** What a cause says for itself: the best repair, how sure it is, and what speaks for it. */
export const describeCause = (repairs: readonly Repair[], unique: boolean, complete: boolean): Message => {
  const [best] = repairs;
  if (!best) {
    return {
      zh: '错处太多，没有搜索到底，给不出最小改法。',
      en: 'Too much is wrong: not searched to the end, and no smallest repair can be offered.',
    };
  }
  const changes = listChanges(best.changes);
  const quotes = best.support.map((claim) => `“${claim.quote}”`).join('、');
  const support =
    quotes === ''
      ? { zh: '', en: '' }
      : { zh: `正文${quotes}与此相符。`, en: ` The narrative agrees: ${quotes}.` };
  const others = unique
    ? { zh: '这是唯一的最小改法。', en: 'This is the only smallest repair.' }
    : {
        zh: `最小改法不唯一${repairs.length > 1 ? `，共 ${repairs.length} 种` : ''}。`,
        en: `The smallest repair is not unique${repairs.length > 1 ? `: there are ${repairs.length}` : ''}.`,
      };
  const end = complete ? { zh: '', en: '' } : { zh: '没有搜索到底。', en: ' Not searched to the end.' };
  return {
    zh: `像是${best.slip.words.zh}：${changes}。${others.zh}${support.zh}${end.zh}`,
    en: `It looks like ${best.slip.words.en}: ${changes}. ${others.en}${support.en}${end.en}`,
  };
};
