import type { Rule } from '../rule.ts';
import { fullName, judgeEach, TABLES } from './figures-in.ts';

/** A count with a fraction; only amounts of money may have one. */
export const valuesFraction: Rule = {
  id: 'values/fraction',
  severity: 'error',
  title: { zh: '件数是整数', en: 'Counts are whole numbers' },
  why: {
    zh: '文件、申请和案件按件计；只有收费金额、采购金额可以有小数。',
    en: 'Documents, requests and cases are counted one by one; only amounts of money may have a fraction.',
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
      if (value === null || Number.isInteger(value) || named.name.unit) return undefined;
      return {
        message: {
          zh: `“${fullName(named)}”应是整数，填的是 ${value}。`,
          en: `“${fullName(named)}” should be a whole number, but is ${value}.`,
        },
        expected: 'whole number',
        actual: value,
      };
    }),
  examples: [
    {
      says: { zh: '收费金额 299.8145 万元', en: 'Fees of 299.8145万元' },
      report: { figures: { 'disclosure.fees.amount': 299.8145 } },
      subject: 'disclosure',
      outcome: 'pass',
    },
    {
      says: { zh: '新收 2.5 件', en: '2.5 received' },
      report: { figures: { 'requests.received.naturalPerson': 2.5 } },
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
