import { figureName } from '../../report/templates/figure-list.ts';
import { APPLICANTS } from '../../report/templates/requests.ts';
import { arithmeticRule } from '../arithmetic/arithmetic-rule.ts';
import { ANY_WHOLE_NUMBER } from '../arithmetic/prose.ts';

/** 一 + 二 = （七）总计 + 四, column by column: the 勾稽关系 printed in the head of table 三. */
export const requestsBalance = arithmeticRule({
  id: 'requests/balance',
  title: {
    zh: '每列第一项加第二项等于第三项加第四项',
    en: 'In each column items 一 and 二 equal items 三（七） and 四',
  },
  why: {
    zh: '本年新收和上年结转的申请，不是在本年度办结，就是结转下年度。',
    en: 'What came in this year or was carried over is either closed this year or carried forward.',
  },
  clause: {
    zh: '表三表头：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”',
    en: 'Printed in the head of table 三: “本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”',
  },
  blank: ANY_WHOLE_NUMBER,
  subjects: APPLICANTS.map((applicant) => applicant.id),
  explain: (subject, { plus, minus }) => {
    const column = figureName(`requests.closed.${subject}`)?.column ?? subject;
    return {
      zh: `“${column}”一列：新收加上年结转 ${plus.shown} = ${plus.sum}，（七）总计加结转下年度 ${minus.shown} = ${minus.sum}。`,
      en: `Column “${column}”: received and carried over ${plus.shown} = ${plus.sum}, but closed and carried forward ${minus.shown} = ${minus.sum}.`,
    };
  },
  examples: [
    {
      says: { zh: '新收 3 件，办结 2 件，结转 1 件', en: '3 received, 2 closed, 1 carried forward' },
      report: {
        figures: {
          'requests.received.naturalPerson': 3,
          'requests.closed.naturalPerson': 2,
          'requests.carriedForward.naturalPerson': 1,
        },
      },
      subject: 'naturalPerson',
      outcome: 'pass',
    },
    {
      says: { zh: '新收 3 件，办结与结转都是 0', en: '3 received, none closed, none carried forward' },
      report: { figures: { 'requests.received.naturalPerson': 3 } },
      subject: 'naturalPerson',
      outcome: 'fail',
    },
    {
      says: { zh: '结转下年度空白', en: 'The carry-forward is blank' },
      report: {
        figures: { 'requests.received.naturalPerson': 3, 'requests.carriedForward.naturalPerson': null },
      },
      subject: 'naturalPerson',
      outcome: 'unknown',
    },
  ],
});
