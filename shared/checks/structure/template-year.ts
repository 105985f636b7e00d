import type { Report, TemplateId } from '../../report/report.ts';
import { type CheckContext, failed, type Judgement, PASS, type Rule, UNKNOWN } from '../rule.ts';
import { hasAnyOf } from '../values/figures-in.ts';

/** 国办公开办函〔2021〕30号 of 26 September 2021 applies to the reports for 2021, written in January 2022. */
const FIRST_YEAR_OF_PRESENT_FORM = 2021;

const NOTICE: Readonly<Record<TemplateId, string>> = {
  '2019': '国办公开办函〔2019〕60号',
  '2021': '国办公开办函〔2021〕30号',
};

const judge = (report: Report, subject: string, context: CheckContext): Judgement => {
  const table = subject === 'disclosure' ? 'disclosure' : 'requests';
  if (report.year === null || !hasAnyOf(context, table)) return UNKNOWN;
  const due: TemplateId = report.year >= FIRST_YEAR_OF_PRESENT_FORM ? '2021' : '2019';
  const used = report.templates[table];
  if (used === due) return PASS;
  const name = table === 'disclosure' ? '表二' : '表三';
  return failed({
    message: {
      zh: `${report.year}年的${name}应采用${NOTICE[due]}的格式，用的是${NOTICE[used]}的格式。`,
      en: `Table ${name.slice(1)} for ${report.year} should follow ${NOTICE[due]}, but follows ${NOTICE[used]}.`,
    },
    operands: [],
    expected: due,
    actual: used,
  });
};

/** Tables 二 and 三 follow the form that is in force for the year. */
export const structureTemplateYear: Rule = {
  id: 'structure/template-year',
  severity: 'warning',
  title: { zh: '采用当年有效的格式', en: 'The form is the one in force for the year' },
  why: {
    zh: '2021年度起改用新格式：表二改列制发、废止、现行有效件数，表三（六）其他处理分为三项。',
    en: 'From 2021 on there is a new form: other columns in table 二, and three rows in place of one under （六） in table 三.',
  },
  clause: {
    zh: '国办公开办函〔2019〕60号（2019、2020年度），国办公开办函〔2021〕30号（2021年度起）',
    en: '国办公开办函〔2019〕60号 (for 2019 and 2020), 国办公开办函〔2021〕30号 (from 2021 on)',
  },
  blank: { zh: '年度不明或没有该表的，不作判断。', en: 'Not judged without a year or without the table.' },
  subjects: ['disclosure', 'requests'],
  judge,
  examples: [
    {
      says: { zh: '2024年度，2021年格式', en: '2024 in the 2021 form' },
      report: { year: 2024 },
      subject: 'requests',
      outcome: 'pass',
    },
    {
      says: { zh: '2023年度，2019年格式', en: '2023 in the 2019 form' },
      report: { year: 2023, template: '2019' },
      subject: 'requests',
      outcome: 'fail',
    },
    {
      says: { zh: '年度不明', en: 'The year is not told' },
      report: { year: null },
      subject: 'disclosure',
      outcome: 'unknown',
    },
  ],
};
