import type { Message } from '../../document/rejection.ts';
import type { Report } from '../../report/report.ts';
import { figureName } from '../../report/templates/figure-list.ts';
import type { JointConflict } from '../arithmetic/arithmetic.ts';
import type { Relation } from '../arithmetic/relation.ts';
import { type CheckContext, failed, type Judgement, PASS, type Rule, UNKNOWN } from '../rule.ts';
import { requestsClosedTotal } from './closed-total.ts';
import { requestsRowTotal } from './row-total.ts';

const nameOf = ({ rule, subject }: Relation): Message => {
  if (rule === requestsRowTotal.id) {
    const row = figureName(`requests.${subject}.total`)?.row ?? subject;
    return { zh: `“${row}”一行的总计`, en: `the total of row “${row}”` };
  }
  const column = figureName(`requests.closed.${subject}`)?.column ?? subject;
  return rule === requestsClosedTotal.id
    ? { zh: `“${column}”一列的（七）总计`, en: `（七）总计 of column “${column}”` }
    : { zh: `“${column}”一列的勾稽关系`, en: `the balance of column “${column}”` };
};

const describe = ({ relations }: JointConflict): Message => {
  const names = relations.map(nameOf);
  return {
    zh: `表三空白处没有一种填法能使这些关系同时成立：${names.map(({ zh }) => zh).join('、')}。`,
    en: `No filling of the blanks of table 三 makes these relations hold together: ${names.map(({ en }) => en).join(', ')}.`,
  };
};

const judge = (report: Report, _subject: string, { arithmetic }: CheckContext): Judgement => {
  const { relations, outcomes } = arithmetic;
  // Where a relation fails by itself, that is what must be told; what else the blanks leave is not known yet.
  if (relations.some(({ table, index }) => table === 'requests' && outcomes[index] === 'fail'))
    return UNKNOWN;
  const conflict = arithmetic.jointConflicts.find(({ relations }) => relations[0]?.table === 'requests');
  if (!conflict) return PASS;
  return failed({
    message: describe(conflict),
    operands: conflict.figures.map((figure) => {
      const { value = null, at } = report.figures[figure] ?? {};
      return { figure, value, ...(at && { at }) };
    }),
  });
};

/** Relations of table 三 that could each hold with some filling of the blanks, and together cannot. */
export const requestsJointFilling: Rule = {
  id: 'requests/joint-filling',
  severity: 'error',
  title: {
    zh: '表三的空白有一种填法使全部关系同时成立',
    en: 'Some filling of the blanks of table 三 makes all its relations hold together',
  },
  why: {
    zh: '每个关系单独看都能成立，合在一起却可能互相矛盾：同一个空白不能既是 2 又是 3。',
    en: 'Each relation may be fillable by itself while together they contradict: one blank cannot be both 2 and 3.',
  },
  clause: {
    zh: '由三条勾稽关系推出（requests/row-total、requests/closed-total、requests/balance）',
    en: 'Follows from requests/row-total, requests/closed-total and requests/balance taken together',
  },
  blank: {
    zh: '空白、“/”和缺失的数字可以是任何非负整数，但在各关系中必须是同一个数。',
    en: 'A blank, a “/” and a missing figure may be any non-negative whole number, but the same in every relation.',
  },
  subjects: ['requests'],
  judge,
  examples: [
    {
      says: { zh: '没有空白', en: 'Nothing is blank' },
      report: {},
      subject: 'requests',
      outcome: 'pass',
    },
    {
      says: {
        zh: '（七）总计空白：按办理结果应为 3，按勾稽关系应为 2',
        en: '（七）总计 is blank: the outcomes make it 3, the balance makes it 2',
      },
      report: {
        figures: {
          'requests.received.naturalPerson': 3,
          'requests.received.total': 3,
          'requests.granted.naturalPerson': 3,
          'requests.granted.total': 3,
          'requests.closed.naturalPerson': null,
          'requests.closed.total': null,
          'requests.carriedForward.naturalPerson': 1,
          'requests.carriedForward.total': 1,
        },
      },
      subject: 'requests',
      outcome: 'fail',
    },
    {
      says: { zh: '有一行本身就不成立', en: 'A row fails by itself' },
      report: { figures: { 'requests.received.total': 2 } },
      subject: 'requests',
      outcome: 'unknown',
    },
  ],
};
