import { figureName } from '../../report/templates/figure-list.ts';
import { REMEDIES } from '../../report/templates/remedies.ts';
import { arithmeticRule } from '../arithmetic/arithmetic-rule.ts';
import { ANY_WHOLE_NUMBER } from '../arithmetic/prose.ts';

/** The four results of each route of table 四 add up to its 总计. */
export const remediesTotal = arithmeticRule({
  id: 'remedies/total',
  title: {
    zh: '行政复议、行政诉讼四种结果之和等于总计',
    en: 'For each route of table 四 the four results add up to 总计',
  },
  why: {
    zh: '每一件复议、诉讼或者已有一种结果，或者尚未审结。',
    en: 'Each case either has one of three results or is still pending.',
  },
  clause: {
    zh: '国办公开办函〔2019〕60号、国办公开办函〔2021〕30号所附格式，表四',
    en: 'The format notices 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号, table 四',
  },
  blank: ANY_WHOLE_NUMBER,
  subjects: REMEDIES.map((remedy) => remedy.id),
  explain: (subject, { plus, minus }) => {
    const route = figureName(`remedies.${subject}.total`)?.row ?? subject;
    return {
      zh: `“${route}”：维持、纠正、其他、未审结 ${plus.shown} = ${plus.sum}，总计填 ${minus.shown}。`,
      en: `“${route}”: upheld, corrected, other and pending ${plus.shown} = ${plus.sum}, but 总计 says ${minus.shown}.`,
    };
  },
  examples: [
    {
      says: { zh: '维持 2 件，总计 2', en: '2 upheld, 2 in all' },
      report: {
        figures: { 'remedies.reconsideration.upheld': 2, 'remedies.reconsideration.total': 2 },
      },
      subject: 'reconsideration',
      outcome: 'pass',
    },
    {
      says: { zh: '维持 11 件，总计为 0', en: '11 upheld, 总计 left at 0' },
      report: { figures: { 'remedies.reconsideration.upheld': 11 } },
      subject: 'reconsideration',
      outcome: 'fail',
    },
    {
      says: { zh: '五格全部空白', en: 'All five cells are blank' },
      report: { rest: null },
      subject: 'litigation',
      outcome: 'unknown',
    },
  ],
});
