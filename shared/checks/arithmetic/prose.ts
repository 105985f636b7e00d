import type { Message } from '../../document/rejection.ts';

/** Sentences that several arithmetic rules share, so that they read the same everywhere. */
export const ANY_WHOLE_NUMBER: Message = {
  zh: '空白、“/”和缺失的数字可以是任何非负整数：只有怎么填都不成立才算不符；能由其他关系推定的，视为已定。',
  en: 'A blank, a “/” and a missing figure may stand for any non-negative whole number: it fails only when no filling makes it hold. What other relations settle counts as decided.',
};

export const FORMAT_NOTICES: Message = {
  zh: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号所附格式，表三',
  en: 'The format notices 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号, table 三',
};
