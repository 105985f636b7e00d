import type { Message } from '../../document/rejection.ts';
import type { Header } from '../../report/report.ts';

/** Parts of a document that tell its year. */
export type YearSource = Header['years'][number]['source'];

/** What people call the places that tell a year. */
export const YEAR_SOURCES: Readonly<Record<YearSource, Message>> = {
  title: { zh: '标题', en: 'title' },
  period: { zh: '统计期限', en: 'period' },
  narrative: { zh: '正文', en: 'narrative' },
  name: { zh: '文件名', en: 'file name' },
};

/** What people call the subjects of rules about the header: an operand that is neither a figure nor a claim is one. */
export const HEADER_PARTS: Readonly<Record<string, Message>> = {
  ...YEAR_SOURCES,
  signed: { zh: '落款日期', en: 'date of signature' },
};
