import { type Counted, claim, is } from './counted.ts';
import { headBefore, lastOf } from './reading.ts';

/** 收取信息处理费3940元. 收费 alone is the processing fee only where the text speaks of requests and no other fee. */
export const readFee = (counted: Counted): void => {
  const { tokens, place, state } = counted;
  if (state.part) return;
  const { head } = headBefore(tokens, place);
  if (head < 0 || !is('fee', 'charge', 'money')(tokens[head]!)) return;
  const named = lastOf(tokens, 0, place, is('fee')) >= 0;
  const otherFee = lastOf(tokens, 0, place, is('ignore', 'foreign')) >= 0;
  if (named || (state.topic === 'request' && !otherFee)) claim(counted, 'fees.processing');
};
