/** Table 四 政府信息公开行政复议、行政诉讼情况: three routes of five results, the same in both templates. */

export interface Remedy {
  readonly id: string;
  /** As the figure list prints it. */
  readonly label: string;
  readonly variants: readonly string[];
}

export const REMEDIES: readonly Remedy[] = [
  { id: 'reconsideration', label: '行政复议', variants: [] },
  {
    id: 'litigation',
    label: '行政诉讼 · 未经复议直接起诉',
    variants: ['未经复议直接起诉', '未经复议直接诉讼', '行政诉讼（未经复议直接起诉）'],
  },
  {
    id: 'litigationAfterReconsideration',
    label: '行政诉讼 · 复议后起诉',
    variants: ['复议后起诉', '复议后诉讼', '行政诉讼（复议后起诉）', '经复议后起诉'],
  },
];

export interface RemedyResult {
  readonly id: string;
  readonly label: string;
  readonly variants: readonly string[];
}

export const REMEDY_RESULTS: readonly RemedyResult[] = [
  { id: 'upheld', label: '结果维持', variants: ['维持'] },
  { id: 'corrected', label: '结果纠正', variants: ['纠正'] },
  { id: 'other', label: '其他结果', variants: ['其它结果'] },
  { id: 'pending', label: '尚未审结', variants: ['未审结', '尚未结案'] },
  { id: 'total', label: '总计', variants: ['合计'] },
];

/** The ids of the fifteen figures, route by route. */
export const REMEDY_FIGURES: readonly string[] = REMEDIES.flatMap((remedy) =>
  REMEDY_RESULTS.map((result) => `remedies.${remedy.id}.${result.id}`),
);
