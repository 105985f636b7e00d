import type { Report } from '../../report/report.ts';
import { figureName } from '../../report/templates/figure-list.ts';
import type { Operand } from '../outcome.ts';
import type { CheckContext } from '../rule.ts';

/** What the tables say of a claim's metric: a figure, or the sum of several. */
export interface TableValue {
  readonly value: number;
  readonly figures: readonly string[];
  /** The relations that settle the blanks it rests on. */
  readonly settledBy: readonly string[];
}

const ALL_PRINTED: readonly string[] = [];

/** The relations that settle those of the figures that are not printed. */
const settlersOf = (
  figures: readonly string[],
  report: Report,
  { arithmetic }: CheckContext,
): readonly string[] => {
  const open = figures.filter((figure) => (report.figures[figure]?.value ?? null) === null);
  if (open.length === 0) return ALL_PRINTED;
  return [...new Set(open.flatMap((figure) => arithmetic.deductions.get(figure)?.by ?? []))];
};

/**
 * The sum of figures, each as printed, else as the relations of its table settle it; undefined where both leave one
 * of them open.
 */
export const sumOf = (
  figures: readonly string[],
  report: Report,
  context: CheckContext,
): TableValue | undefined => {
  let sum = 0;
  for (const figure of figures) {
    const value = report.figures[figure]?.value ?? context.arithmetic.deductions.get(figure)?.value;
    if (value === undefined) return undefined;
    sum += value;
  }
  if (figures.length === 0) return undefined;
  return { value: sum, figures, settledBy: settlersOf(figures, report, context) };
};

/** The figures of a value as they are printed. */
export const printedOperands = ({ figures }: TableValue, report: Report): Operand[] =>
  figures.map((figure) => {
    const { value = null, at } = report.figures[figure] ?? {};
    return { figure, value, ...(at && { at }) };
  });

/** `requests.closed` as people call it: 办理结果总计. */
export const metricName = (metric: string): { zh: string; en: string } => {
  const named = METRIC_NAMES[metric];
  if (named) return { zh: named, en: `${named} (${metric})` };
  const figure = figureName(metric);
  const zh = figure ? `${figure.row}·${figure.column}` : metric;
  return { zh, en: `${zh} (${metric})` };
};

const METRIC_NAMES: Readonly<Record<string, string>> = {
  'requests.received': '本年新收申请',
  'requests.carriedOver': '上年结转申请',
  'requests.handled': '新收加上年结转申请',
  'requests.closed': '办理结果总计',
  'requests.carriedForward': '结转下年度继续办理',
  'requests.granted': '予以公开',
  'requests.partiallyGranted': '部分公开',
  'requests.grantedInWholeOrPart': '予以公开加部分公开',
  'requests.refused': '不予公开',
  'requests.unavailable': '无法提供',
  'requests.declined': '不予处理',
  'requests.other': '其他处理',
  'remedies.reconsideration': '行政复议总计',
  'remedies.reconsideration.upheld': '行政复议结果维持',
  'remedies.reconsideration.corrected': '行政复议结果纠正',
  'remedies.reconsideration.other': '行政复议其他结果',
  'remedies.reconsideration.pending': '行政复议尚未审结',
  'remedies.litigation': '行政诉讼总计',
  'remedies.litigation.upheld': '行政诉讼结果维持',
  'remedies.litigation.corrected': '行政诉讼结果纠正',
  'remedies.litigation.other': '行政诉讼其他结果',
  'remedies.litigation.pending': '行政诉讼尚未审结',
};
