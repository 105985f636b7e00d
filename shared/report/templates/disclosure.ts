import type { TemplateId } from '../report.ts';

/** Table 二 主动公开政府信息情况: rows under the items of Article 20 of the Regulation (国务院令第711号). */

export interface DisclosureColumn {
  readonly id: string;
  readonly label: string;
  readonly variants: readonly string[];
  /** The unit the column is printed in, where it is not a plain count. */
  readonly unit?: '万元' | '元';
  /** The column counts a change and may be negative. */
  readonly signed?: true;
}

export interface DisclosureRow {
  readonly id: string;
  readonly label: string;
  readonly variants: readonly string[];
  readonly columns: readonly DisclosureColumn[];
}

const column = (id: string, label: string, ...variants: string[]): DisclosureColumn => ({
  id,
  label,
  variants,
});

const RULES_2021 = [
  column('issued', '本年制发件数', '本年制发数', '制发件数', '本年制定件数'),
  column('repealed', '本年废止件数', '本年废止数', '废止件数'),
  column('inForce', '现行有效件数', '现行有效数', '有效件数'),
];
const DECISIONS_2021 = [column('decisions', '本年处理决定数量', '处理决定数量')];
const RULES_2019 = [
  column('made', '本年新制作数量', '本年制作数量', '新制作数量'),
  column('published', '本年新公开数量', '本年公开数量', '新公开数量'),
  column('publishedTotal', '对外公开总数量', '公开总数量'),
];
const LAST_YEAR = column('itemsLastYear', '上一年项目数量', '上年项目数量');
const CHANGE: DisclosureColumn = { ...column('change', '本年增/减', '本年增减', '增/减'), signed: true };
const ITEMS_2019 = [LAST_YEAR, CHANGE, column('decisions', '处理决定数量', '本年处理决定数量')];

const REGULATIONS = { id: 'regulations', label: '规章', variants: ['政府规章', '行政规章'] };
const LICENSING = { id: 'licensing', label: '行政许可', variants: [] };
const PENALTIES = { id: 'penalties', label: '行政处罚', variants: [] };
const COERCION = { id: 'coercion', label: '行政强制', variants: ['行政强制措施'] };
const FEES = { id: 'fees', label: '行政事业性收费', variants: ['行政事业收费'] };

export const DISCLOSURE_ROWS: Readonly<Record<TemplateId, readonly DisclosureRow[]>> = {
  '2021': [
    { ...REGULATIONS, columns: RULES_2021 },
    {
      id: 'normativeDocuments',
      label: '行政规范性文件',
      variants: ['规范性文件', '规范性档案'],
      columns: RULES_2021,
    },
    { ...LICENSING, columns: DECISIONS_2021 },
    { ...PENALTIES, columns: DECISIONS_2021 },
    { ...COERCION, columns: DECISIONS_2021 },
    {
      ...FEES,
      columns: [
        { ...column('amount', '本年收费金额', '收费金额', '本年收费金额（单位：万元）'), unit: '万元' },
      ],
    },
  ],
  '2019': [
    { ...REGULATIONS, columns: RULES_2019 },
    {
      id: 'normativeDocuments',
      label: '规范性文件',
      variants: ['行政规范性文件', '规范性档案'],
      columns: RULES_2019,
    },
    { ...LICENSING, columns: ITEMS_2019 },
    {
      id: 'otherServices',
      label: '其他对外管理服务事项',
      variants: ['其它对外管理服务事项'],
      columns: ITEMS_2019,
    },
    { ...PENALTIES, columns: ITEMS_2019 },
    { ...COERCION, columns: ITEMS_2019 },
    { ...FEES, columns: [LAST_YEAR, CHANGE] },
    {
      id: 'procurement',
      label: '政府集中采购',
      variants: ['政府采购'],
      columns: [
        column('projects', '采购项目数量', '项目数量'),
        { ...column('amount', '采购总金额', '采购金额'), unit: '元' },
      ],
    },
  ],
};
