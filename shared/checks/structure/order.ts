import type { Report, Section } from '../../report/report.ts';
import { type Judgement, PASS, type Problem, type Rule, UNKNOWN } from '../rule.ts';

const ORDINALS = ['一', '二', '三', '四', '五', '六'];

const printed = ({ ordinal, number }: Section): string => ordinal ?? ORDINALS[number - 1] ?? '';

const isRight = ({ ordinal, number }: Section): boolean =>
  ordinal === undefined || ordinal === ORDINALS[number - 1] || ordinal === String(number);

const wrongOrdinal = (section: Section): Problem => ({
  message: {
    zh: `“${section.title}”应是第${ORDINALS[section.number - 1]}部分，编号是“${section.ordinal}”。`,
    en: `“${section.title}” should be section ${ORDINALS[section.number - 1]} but is numbered “${section.ordinal}”.`,
  },
  operands: [],
  expected: ORDINALS[section.number - 1] ?? null,
  actual: section.ordinal ?? null,
});

/** The first section that stands before one with a smaller number. */
const outOfOrder = (sections: readonly Section[]): Problem[] => {
  const index = sections.findIndex((section, i) => section.number > (sections[i + 1]?.number ?? 7));
  const [section, next] = [sections[index], sections[index + 1]];
  if (!section || !next) return [];
  return [
    {
      message: {
        zh: `“${next.title}”应在“${section.title}”之前。`,
        en: `“${next.title}” belongs before “${section.title}”.`,
      },
      operands: [],
      expected: `${printed(next)} < ${printed(section)}`,
      actual: sections.map(printed).join(''),
    },
  ];
};

/** Nothing of the second document was checked, which its sender must know. */
const twoReports = (another: NonNullable<Report['another']>): Problem => ({
  message: {
    zh: `文件里还有另一份报告，从“${another.text}”开始；只检查了第一份，请分成两个文件。`,
    en: `The file holds another report, which begins with “${another.text}”; only the first one was checked. Make two files of it.`,
  },
  operands: [{ value: null, at: another.at, quote: another.text }],
  expected: null,
  actual: another.text,
});

const judge = ({ sections, another }: Report): Judgement => {
  if (sections.length === 0) return UNKNOWN;
  const problems = [
    ...(another ? [twoReports(another)] : []),
    ...sections.filter((section) => !isRight(section)).map(wrongOrdinal),
    ...outOfOrder(sections),
  ];
  return problems.length > 0 ? { outcome: 'fail', problems } : PASS;
};

/** The sections are numbered 一 to 六 in the official order. A heading without a number is let pass. */
export const structureOrder: Rule = {
  id: 'structure/order',
  severity: 'info',
  title: { zh: '各部分按一至六的顺序编号', en: 'The sections are numbered 一 to 六 in order' },
  why: {
    zh: '编号重复或跳号，往往是漏抄了一部分，或者拼接了两份文件。',
    en: 'A number that repeats or is left out often means a section lost in copying, or two documents put together.',
  },
  clause: {
    zh: '国办公开办函〔2021〕30号所附格式的六个部分',
    en: 'The six sections of the format of 国办公开办函〔2021〕30号',
  },
  blank: { zh: '标题没有编号的不作判断。', en: 'A heading without a number is not judged.' },
  subjects: ['sections'],
  judge,
  examples: [
    { says: { zh: '一至六', en: '一 to 六' }, report: {}, subject: 'sections', outcome: 'pass' },
    {
      says: { zh: '正文之后，表格又从“一”编起', en: 'After the narrative the tables start again from 一' },
      report: {
        sectionList: [
          { number: 1, ordinal: '一', text: '总体情况' },
          { number: 2, ordinal: '一', text: '' },
        ],
      },
      subject: 'sections',
      outcome: 'fail',
    },
    {
      says: { zh: '第六部分之后又是一份报告', en: 'Behind section 六 another report begins' },
      report: { another: '某市另一局2024年政府信息公开工作年度报告' },
      subject: 'sections',
      outcome: 'fail',
    },
    {
      says: { zh: '标题全部丢失', en: 'Every heading was lost' },
      report: { sectionList: [] },
      subject: 'sections',
      outcome: 'unknown',
    },
  ],
};
