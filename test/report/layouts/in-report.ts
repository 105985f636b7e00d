import type { Form, FormTable, TableName } from './form.ts';

/** Running text around the tables, the same in every layout. */
export const NARRATIVE = {
  title: '某某县水利局2024年政府信息公开工作年度报告',
  preface: '本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。',
  sections: [
    [
      '一、总体情况',
      ['2024年，本机关主动公开政府信息468条，比上年增加12条。', '全年政务新媒体发布信息35条。'],
    ],
    ['二、主动公开政府信息情况', []],
    ['三、收到和处理政府信息公开申请情况', []],
    ['四、政府信息公开行政复议、行政诉讼情况', []],
    ['五、存在的主要问题及改进情况', ['公开内容的深度还需加强，全年培训仅2次。']],
    ['六、其他需要报告的事项', ['本年度未收取政府信息公开信息处理费。']],
  ],
} as const satisfies {
  title: string;
  preface: string;
  sections: readonly (readonly [heading: string, paragraphs: readonly string[]])[];
};

const SECTION: Record<TableName, number> = { disclosure: 1, requests: 2, remedies: 3 };

/** A paragraph to print, or a table to print in the layout's own way. */
export type ReportPart = { readonly paragraph: string } | { readonly table: FormTable };

/** The whole report in order; tables stand in their sections. */
export const inReport = (form: Form): ReportPart[] => [
  { paragraph: NARRATIVE.title },
  { paragraph: NARRATIVE.preface },
  ...NARRATIVE.sections.flatMap(([heading, paragraphs], index): ReportPart[] => [
    { paragraph: heading },
    ...paragraphs.map((paragraph) => ({ paragraph })),
    ...form.filter(({ name }) => SECTION[name] === index).map((table) => ({ table })),
  ]),
];
