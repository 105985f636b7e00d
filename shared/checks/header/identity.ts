import type { Report } from '../../report/report.ts';
import { failed, type Judgement, PASS, type Rule } from '../rule.ts';

const judge = (report: Report, subject: string): Judgement => {
  if (subject === 'agency' ? report.agency !== null : report.year !== null) return PASS;
  return failed(
    subject === 'agency'
      ? {
          message: {
            zh: '文件没有写明是哪个机关的报告。',
            en: 'The document does not say whose report it is.',
          },
          operands: [],
          expected: 'agency',
          actual: null,
        }
      : {
          message: {
            zh: '文件没有写明是哪一年的报告。',
            en: 'The document does not say which year it is for.',
          },
          operands: [],
          expected: 'year',
          actual: null,
        },
  );
};

/** The report says whose it is and which year it is for. */
export const headerIdentity: Rule = {
  id: 'header/identity',
  severity: 'info',
  title: { zh: '写明机关和年度', en: 'The report names its agency and its year' },
  why: {
    zh: '从网页复制的正文常常丢掉标题。这不一定是报告的错，但归档和逐年比对需要机关和年度。',
    en: 'Text copied from a web page often lost its title. That need not be the fault of the report, but filing it and comparing years need both.',
  },
  clause: { zh: '条例第四十九条、第五十条', en: 'Articles 49 and 50 of the Regulation' },
  blank: {
    zh: '标题、统计期限、正文和落款都没有写，才算没有写明；只写“我局”“本机关”的，没有写明是哪个机关。',
    en: 'It fails only when neither title, period, narrative nor signature tells. 我局 and 本机关 name no agency.',
  },
  subjects: ['agency', 'year'],
  judge,
  examples: [
    {
      says: { zh: '标题写明机关', en: 'The title names the agency' },
      report: { agency: '怀远县公安局' },
      subject: 'agency',
      outcome: 'pass',
    },
    {
      says: { zh: '没有标题，也没有落款', en: 'Neither a title nor a signature' },
      report: { agency: null },
      subject: 'agency',
      outcome: 'fail',
    },
    {
      says: { zh: '全文没有年份', en: 'No year anywhere' },
      report: { year: null },
      subject: 'year',
      outcome: 'fail',
    },
  ],
};
