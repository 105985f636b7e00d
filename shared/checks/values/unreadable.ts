import type { Rule } from '../rule.ts';
import { fullName, judgeEach, TABLES } from './figures-in.ts';

/** A cell that holds something that is no number. */
export const valuesUnreadable: Rule = {
  id: 'values/unreadable',
  severity: 'warning',
  title: { zh: '统计表各格填的是数字', en: 'The cells of the tables hold numbers' },
  why: {
    zh: '统计表供汇总使用，写成文字的数量无法计算，也无法核对。',
    en: 'The tables are there to be added up; a quantity in words can be neither added nor checked.',
  },
  clause: {
    zh: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号所附格式',
    en: 'The format notices 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号',
  },
  blank: { zh: '空白和“/”不是文字，不作判断。', en: 'A blank and a “/” are no text and are not judged.' },
  subjects: TABLES,
  judge: (_report, subject, context) =>
    judgeEach(context, subject, (named) => {
      const { state, raw = '' } = named.figure;
      if (state !== 'unreadable') return undefined;
      return {
        message: {
          zh: `“${fullName(named)}”填的“${raw}”读不出数字。`,
          en: `“${fullName(named)}” holds “${raw}”, which is no number.`,
        },
        expected: 'number',
        actual: raw,
      };
    }),
  examples: [
    {
      says: { zh: '空白与“/”', en: 'A blank and a dash' },
      report: { figures: { 'requests.granted.business': null, 'requests.granted.legalService': '/' } },
      subject: 'requests',
      outcome: 'pass',
    },
    {
      says: { zh: '写着“详见附件”', en: 'The cell says “see annex”' },
      report: { figures: { 'disclosure.licensing.decisions': '详见附件' } },
      subject: 'disclosure',
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
