import type { Message } from '../../document/rejection.ts';
import { listChanges } from './list-changes.ts';
import { otherRepairs } from './other-repairs.ts';
import type { Repair } from './repairs.ts';
import { OTHER_SLIP } from './slips.ts';
import { supportSentence } from './support-sentence.ts';

/** What the repair looks like. One that looks like no usual slip speaks for itself. */
const lead = ({ slip }: Repair): Message =>
  slip === OTHER_SLIP
    ? { zh: '最小改法', en: 'Smallest repair' }
    : { zh: `像是${slip.words.zh}`, en: `It looks like ${slip.words.en}` };

/** What a cause says for itself: the best repair, how sure it is, the others, and what speaks for it. */
export const describeCause = (repairs: readonly Repair[], unique: boolean, complete: boolean): Message => {
  const [best] = repairs;
  if (!best) {
    return {
      zh: '错处太多，没有搜索到底，给不出最小改法。',
      en: 'Too much is wrong: not searched to the end, and no smallest repair can be offered.',
    };
  }
  const what = lead(best);
  const support = supportSentence(repairs);
  const others =
    unique && best.slip === OTHER_SLIP
      ? { zh: '只有这一种。', en: 'It is the only one.' }
      : otherRepairs(repairs, unique, complete);
  const end = complete ? { zh: '', en: '' } : { zh: '没有搜索到底。', en: ' Not searched to the end.' };
  const maybe = unique ? { zh: '', en: '' } : { zh: '可能应为 ', en: 'possibly ' };
  return {
    zh: `${what.zh}：${maybe.zh}${listChanges(best.changes, 'zh')}。${others.zh}${support.zh}${end.zh}`,
    en: `${what.en}: ${maybe.en}${listChanges(best.changes, 'en')}. ${others.en}${support.en}${end.en}`,
  };
};
