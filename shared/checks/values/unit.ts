import type { Rule } from '../rule.ts';
import { fullName, judgeEach, type NamedFigure, TABLES } from './figures-in.ts';

const MONEY = /元$/;

/** The unit in the cell is not the unit of its column: another unit of money, or money where things are counted. */
const differs = ({ figure: { unit }, name }: NamedFigure): boolean =>
  unit !== undefined && (name.unit ? unit !== name.unit : MONEY.test(unit));

/** A unit printed in a cell that is not its column's: 元 where the column counts in 万元, and the like. */
export const valuesUnit: Rule = {
  id: 'values/unit',
  severity: 'warning',
  title: { zh: '单元格中的单位与本列单位一致', en: 'A unit in a cell is the unit of its column' },
  why: {
    zh: '收费金额以万元计（2021年格式），采购金额以元计（2019年格式）；混用会差一万倍。',
    en: 'Fees are in 万元 (2021 form) and procurement in 元 (2019 form); mixing them is wrong by a factor of ten thousand.',
  },
  clause: {
    zh: '条例第二十条第（八）、（九）项；国办公开办函〔2021〕30号所附格式“本年收费金额（单位：万元）”',
    en: 'Article 20 (8) and (9) of the Regulation; the column 本年收费金额（单位：万元） of 国办公开办函〔2021〕30号',
  },
  blank: { zh: '没有写单位的不作判断。', en: 'A cell without a unit is not judged.' },
  subjects: TABLES,
  judge: (_report, subject, context) =>
    judgeEach(context, subject, (named) => {
      if (!differs(named)) return undefined;
      const { raw = '', unit = null } = named.figure;
      const column = named.name.unit ?? '件';
      return {
        message: {
          zh: `“${fullName(named)}”以${column}计，格内写的是“${raw}”。`,
          en: `“${fullName(named)}” is counted in ${column}, but the cell says “${raw}”.`,
        },
        expected: column,
        actual: unit,
      };
    }),
  examples: [
    {
      says: { zh: '万元一列写“299.8145万元”', en: '“299.8145万元” in a column in 万元' },
      report: {
        figures: {
          'disclosure.fees.amount': { value: 299.8145, raw: '299.8145万元', state: 'stated', unit: '万元' },
        },
      },
      subject: 'disclosure',
      outcome: 'pass',
    },
    {
      says: { zh: '万元一列写“2998145元”', en: '“2998145元” in a column in 万元' },
      report: {
        figures: {
          'disclosure.fees.amount': { value: 2998145, raw: '2998145元', state: 'stated', unit: '元' },
        },
      },
      subject: 'disclosure',
      outcome: 'fail',
    },
    {
      says: { zh: '文件中没有表二', en: 'The document has no table 二' },
      report: { rest: 'missing' },
      subject: 'disclosure',
      outcome: 'unknown',
    },
  ],
};
