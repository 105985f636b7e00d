import { HEADING_TITLES } from '../../report/headings.ts';
import type { Report, Section } from '../../report/report.ts';
import { type CheckContext, failed, type Judgement, PASS, type Rule, UNKNOWN } from '../rule.ts';
import { hasAnyOf } from '../values/figures-in.ts';

/** Sections two to four consist of a table; any of its cells in the document is content. */
const TABLE_OF: Readonly<Record<number, string>> = { 2: 'disclosure', 3: 'requests', 4: 'remedies' };

const hasTable = (context: CheckContext, number: number): boolean => {
  const table = TABLE_OF[number];
  return table !== undefined && hasAnyOf(context, table);
};

const title = (number: number): string => HEADING_TITLES[number]?.[0] ?? String(number);

const isEmpty = (section: Section): boolean => section.text.trim() === '';

const judge = (report: Report, subject: string, context: CheckContext): Judgement => {
  const number = Number(subject);
  // Without any heading at all, headings were lost on the way: that says nothing about the report.
  if (report.sections.length === 0) return UNKNOWN;
  const section = report.sections.find((candidate) => candidate.number === number);
  if (!section) {
    // The table is there and its heading is not: the content can be read, so the reader is only told.
    const lost = hasTable(context, number);
    return failed({
      message: {
        zh: `没有找到“${title(number)}”${lost ? '的标题' : '这一部分'}。`,
        en: `${lost ? 'The heading of the section' : 'The section'} “${title(number)}” was not found.`,
      },
      operands: [],
      expected: title(number),
      actual: null,
      ...(lost && { severity: 'info' as const }),
    });
  }
  if (!isEmpty(section) || hasTable(context, number)) return PASS;
  // A table that could not be read looks like none at all: nothing is said of it.
  if (number in TABLE_OF) return UNKNOWN;
  return failed({
    message: {
      zh: `“${section.title}”只有标题，没有内容。`,
      en: `The section “${section.title}” has a heading and nothing else.`,
    },
    operands: [],
    expected: title(number),
    actual: '',
  });
};

/** The six sections of the report are there, and none is empty. */
export const structureSections: Rule = {
  id: 'structure/sections',
  severity: 'warning',
  title: { zh: '六个部分齐全，且都有内容', en: 'All six sections are there, and none is empty' },
  why: {
    zh: '年度报告的内容由条例规定，格式由国办统一；没有需要说明的也应写明。',
    en: 'The Regulation lists what the report contains and the format is uniform; where there is nothing to tell, it says so.',
  },
  clause: {
    zh: '条例第五十条；国办公开办函〔2021〕30号所附格式的六个部分',
    en: 'Article 50 of the Regulation; the six sections of the format of 国办公开办函〔2021〕30号',
  },
  blank: {
    zh: '统计表在、只是全部空白的，算有内容；表读不出的，或者整份文件没有任何标题的，不作判断。',
    en: 'A table that is there and blank is content; not judged where the table could not be read, or in a document without any heading.',
  },
  subjects: ['1', '2', '3', '4', '5', '6'],
  judge,
  examples: [
    {
      says: { zh: '写明“无其他需要报告的事项。”', en: 'It says that there is nothing else to report' },
      report: {},
      subject: '6',
      outcome: 'pass',
    },
    {
      says: { zh: '没有“存在的主要问题及改进情况”', en: 'Section five is missing' },
      report: { sections: { 5: null } },
      subject: '5',
      outcome: 'fail',
    },
    {
      says: { zh: '第六部分只有标题', en: 'Section six has a heading only' },
      report: { sections: { 6: '' } },
      subject: '6',
      outcome: 'fail',
    },
    {
      says: { zh: '标题全部丢失', en: 'Every heading was lost' },
      report: { sectionList: [] },
      subject: '1',
      outcome: 'unknown',
    },
  ],
};
