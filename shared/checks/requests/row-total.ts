import { figureName } from '../../report/templates/figure-list.ts';
import { REQUEST_ROWS } from '../../report/templates/requests.ts';
import { arithmeticRule } from '../arithmetic/arithmetic-rule.ts';
import { ANY_WHOLE_NUMBER, FORMAT_NOTICES } from '../arithmetic/prose.ts';

/** The six applicant columns of a row of table 三 add up to its 总计. */
export const requestsRowTotal = arithmeticRule({
  id: 'requests/row-total',
  title: {
    zh: '每行六类申请人之和等于总计',
    en: 'In each row the six applicant columns add up to 总计',
  },
  why: {
    zh: '每一件申请只有一类申请人，六类申请人互不重叠，合起来就是总计。',
    en: 'Each request has one kind of applicant; the six kinds do not overlap and together make up the total.',
  },
  clause: FORMAT_NOTICES,
  blank: ANY_WHOLE_NUMBER,
  subjects: REQUEST_ROWS.map((row) => row.id),
  explain: (subject, { plus, minus }) => {
    const row = figureName(`requests.${subject}.total`)?.row ?? subject;
    return {
      zh: `“${row}”一行：六类申请人 ${plus.shown} = ${plus.sum}，总计填 ${minus.shown}。`,
      en: `Row “${row}”: the six applicant columns ${plus.shown} = ${plus.sum}, but 总计 says ${minus.shown}.`,
    };
  },
  examples: [
    {
      says: {
        zh: '22 件自然人、1 件商业企业，总计 23',
        en: '22 from persons and 1 from a business, 23 in all',
      },
      report: {
        figures: {
          'requests.received.naturalPerson': 22,
          'requests.received.business': 1,
          'requests.received.total': 23,
        },
      },
      subject: 'received',
      outcome: 'pass',
    },
    {
      says: { zh: '（七）总计行只填了总计一格', en: 'In row （七） only the cell 总计 was filled in' },
      report: { figures: { 'requests.closed.total': 2 } },
      subject: 'closed',
      outcome: 'fail',
    },
    {
      says: {
        zh: '自然人 3 件，商业企业空白，总计 2：空白不能是负数',
        en: '3 from persons, 商业企业 blank, 2 in all: a blank cannot be negative',
      },
      report: {
        figures: {
          'requests.received.naturalPerson': 3,
          'requests.received.business': null,
          'requests.received.total': 2,
        },
      },
      subject: 'received',
      outcome: 'fail',
    },
    {
      says: { zh: '总计空白', en: '总计 is blank' },
      report: { figures: { 'requests.received.naturalPerson': 3, 'requests.received.total': null } },
      subject: 'received',
      outcome: 'unknown',
    },
    {
      says: {
        zh: '七个数字连在一起，靠本规则才能分开：不能再用来证明本规则',
        en: 'Seven numbers glued together were told apart by this very rule, so they cannot prove it',
      },
      report: {
        figures: {
          'requests.received.naturalPerson': {
            value: 6,
            raw: '6',
            state: 'inferred',
            by: 'requests/row-total',
          },
          'requests.received.total': { value: 6, raw: '6', state: 'inferred', by: 'requests/row-total' },
        },
      },
      subject: 'received',
      outcome: 'unknown',
    },
    {
      says: { zh: '2021 年格式没有单独一行的（六）其他处理', en: 'The 2021 form has no single row （六）' },
      report: {},
      subject: 'other.combined',
      outcome: 'notApplicable',
    },
  ],
});
