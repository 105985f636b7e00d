import type { Rule } from '../rule.ts';
import { fullName, judgeEach, TABLES } from './figures-in.ts';

/** A count or an amount below zero; only the columns 本年增/减 of the 2019 form may be negative. */
export const valuesNegative: Rule = {
  id: 'values/negative',
  severity: 'error',
  title: { zh: '件数、金额不是负数', en: 'Counts and amounts are not negative' },
  why: {
    zh: '件数和金额不可能小于零；只有2019年格式的“本年增/减”一列可以是负数。',
    en: 'A count or an amount cannot be below zero; only the column 本年增/减 of the 2019 form may be negative.',
  },
  clause: {
    zh: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号所附格式',
    en: 'The format notices 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号',
  },
  blank: { zh: '空白不作判断。', en: 'A blank is not judged.' },
  subjects: TABLES,
  judge: (_report, subject, context) =>
    judgeEach(context, subject, (named) => {
      const { value } = named.figure;
      if (value === null || value >= 0 || named.name.signed) return undefined;
      return {
        message: {
          zh: `“${fullName(named)}”填的是负数 ${value}。`,
          en: `“${fullName(named)}” is negative: ${value}.`,
        },
        expected: '≥ 0',
        actual: value,
      };
    }),
  examples: [
    {
      says: { zh: '行政处罚增减 −15（2019年格式）', en: 'Penalties changed by −15 (2019 form)' },
      report: { template: '2019', figures: { 'disclosure.penalties.change': -15 } },
      subject: 'disclosure',
      outcome: 'pass',
    },
    {
      says: { zh: '新收 −3 件', en: '−3 received' },
      report: { figures: { 'requests.received.naturalPerson': -3 } },
      subject: 'requests',
      outcome: 'fail',
    },
    {
      says: { zh: '文件中没有表四', en: 'The document has no table 四' },
      report: { rest: 'missing' },
      subject: 'remedies',
      outcome: 'unknown',
    },
  ],
};
