import { anyOf } from './concept-set.ts';
import { type Counted, claim } from './counted.ts';
import { headBefore, lastOf } from './reading.ts';

const CHARGE = anyOf('fee', 'charge', 'money');
const FEE = anyOf('fee');
const OTHER_FEE = anyOf('ignore', 'foreign');

/** 收取信息处理费3940元. 收费 alone is the processing fee only where the text speaks of requests and no other fee. */
export const readFee = (counted: Counted): void => {
  const { tokens, place, state } = counted;
  if (state.part) return;
  const { head } = headBefore(tokens, place);
  if (head < 0 || !CHARGE.has(tokens[head]!)) return;
  const named = lastOf(tokens, 0, place, FEE) >= 0;
  const otherFee = lastOf(tokens, 0, place, OTHER_FEE) >= 0;
  if (named || (state.topic === 'request' && !otherFee)) claim(counted, 'fees.processing');
};
