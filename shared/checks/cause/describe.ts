import type { Message } from '../../document/rejection.ts';
import { figureName } from '../../report/templates/figure-list.ts';
import type { Change } from '../outcome.ts';
import type { Repair } from './repairs.ts';
import { OTHER_SLIP } from './slips.ts';

/** Names of rows have 、 in them: 三、（七）总计. */
const listChanges = (changes: readonly Change[], between: string): string =>
  changes
    .map(({ figure, from, to }) => {
      const name = figureName(figure);
      return `${name ? `${name.row} ${name.column}` : figure} ${from ?? '□'}→${to}`;
    })
    .join(between);

/** What the repair looks like, and how many there are. */
const likely = ({ changes, slip }: Repair, unique: boolean, count: number): Message => {
  const others = unique
    ? { zh: '这是唯一的最小改法。', en: 'This is the only smallest repair.' }
    : {
        zh: `最小改法不唯一${count > 1 ? `，共 ${count} 种` : ''}。`,
        en: `The smallest repair is not unique${count > 1 ? `: there are ${count}` : ''}.`,
      };
  return {
    zh: `像是${slip.words.zh}：${listChanges(changes, '；')}。${others.zh}`,
    en: `It looks like ${slip.words.en}: ${listChanges(changes, '; ')}. ${others.en}`,
  };
};

/** A repair that looks like no usual slip speaks for itself. */
const plain = ({ changes }: Repair, unique: boolean, count: number): Message => {
  const others = unique
    ? { zh: '只有这一种。', en: 'It is the only one.' }
    : count > 1
      ? { zh: `同样小的改法共 ${count} 种。`, en: `There are ${count} repairs as small.` }
      : { zh: '还有同样小的改法。', en: 'Others are as small.' };
  return {
    zh: `最小改法：${listChanges(changes, '；')}。${others.zh}`,
    en: `Smallest repair: ${listChanges(changes, '; ')}. ${others.en}`,
  };
};

/** What a cause says for itself: the best repair, how sure it is, and what speaks for it. */
export const describeCause = (repairs: readonly Repair[], unique: boolean, complete: boolean): Message => {
  const [best] = repairs;
  if (!best) {
    return {
      zh: '错处太多，没有搜索到底，给不出最小改法。',
      en: 'Too much is wrong: not searched to the end, and no smallest repair can be offered.',
    };
  }
  const told = (best.slip === OTHER_SLIP ? plain : likely)(best, unique, repairs.length);
  const quotes = best.support.map((claim) => `“${claim.quote}”`).join('、');
  const support =
    quotes === ''
      ? { zh: '', en: '' }
      : { zh: `正文${quotes}与此相符。`, en: ` The narrative agrees: ${quotes}.` };
  const end = complete ? { zh: '', en: '' } : { zh: '没有搜索到底。', en: ' Not searched to the end.' };
  return { zh: `${told.zh}${support.zh}${end.zh}`, en: `${told.en}${support.en}${end.en}` };
};
