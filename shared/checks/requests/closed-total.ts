import { figureName } from '../../report/templates/figure-list.ts';
import { APPLICANTS } from '../../report/templates/requests.ts';
import { arithmeticRule } from '../arithmetic/arithmetic-rule.ts';
import { ANY_WHOLE_NUMBER, FORMAT_NOTICES } from '../arithmetic/prose.ts';

/** The outcome rows （一）–（六） of table 三 add up to （七）总计, column by column. */
export const requestsClosedTotal = arithmeticRule({
  id: 'requests/closed-total',
  title: {
    zh: '每列（一）至（六）各项之和等于（七）总计',
    en: 'In each column the outcome rows （一）–（六） add up to （七）总计',
  },
  why: {
    zh: '每一件办结的申请只计一种办理结果，各种结果合起来就是本年度办结的总数。',
    en: 'Each closed request is counted under one outcome only; the outcomes together are all that were closed.',
  },
  clause: FORMAT_NOTICES,
  blank: ANY_WHOLE_NUMBER,
  subjects: APPLICANTS.map((applicant) => applicant.id),
  explain: (subject, { plus, minus }) => {
    const column = figureName(`requests.closed.${subject}`)?.column ?? subject;
    return {
      zh: `“${column}”一列：（一）至（六）各项 ${plus.shown} = ${plus.sum}，（七）总计填 ${minus.shown}。`,
      en: `Column “${column}”: the outcome rows （一）–（六） ${plus.shown} = ${plus.sum}, but （七）总计 says ${minus.shown}.`,
    };
  },
  examples: [
    {
      says: {
        zh: '予以公开 12 件、部分公开 2 件，（七）总计 14',
        en: '12 granted and 2 granted in part, 14 in （七）',
      },
      report: {
        figures: {
          'requests.granted.naturalPerson': 12,
          'requests.partiallyGranted.naturalPerson': 2,
          'requests.closed.naturalPerson': 14,
        },
      },
      subject: 'naturalPerson',
      outcome: 'pass',
    },
    {
      says: { zh: '（七）总计仍为 0', en: '（七）总计 was left at 0' },
      report: {
        figures: {
          'requests.refused.enforcementFile.naturalPerson': 1,
          'requests.unavailable.notHeld.naturalPerson': 2,
        },
      },
      subject: 'naturalPerson',
      outcome: 'fail',
    },
    {
      says: { zh: '一项结果空白', en: 'One outcome is blank' },
      report: { figures: { 'requests.granted.total': null, 'requests.closed.total': 5 } },
      subject: 'total',
      outcome: 'unknown',
    },
    {
      says: {
        zh: '一行数字靠行合计和本规则才能分开',
        en: 'A row of glued numbers was told apart by its total and this rule',
      },
      report: {
        figures: {
          'requests.granted.business': {
            value: 2,
            raw: '2',
            state: 'inferred',
            by: 'requests/row-total,requests/closed-total',
          },
          'requests.closed.business': 2,
        },
      },
      subject: 'business',
      outcome: 'unknown',
    },
  ],
});
