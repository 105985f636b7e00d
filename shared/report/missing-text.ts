import type { Message } from '../document/rejection.ts';
import type { Report } from './report.ts';
import { tableFigures } from './templates/figure-list.ts';

type Read = Pick<Report, 'figures' | 'templates'>;

/** More rows than a person would look up one by one. */
const MOST = 8;

const TABLES = [
  ['disclosure', '表二', 'table 二'],
  ['requests', '表三', 'table 三'],
  ['remedies', '表四', 'table 四'],
] as const;

/** Rows of one table with figures that the document does not have, with their columns unless all are missing. */
const missingRows = ({ figures, templates }: Read, table: (typeof TABLES)[number][0]) => {
  const template = table === 'disclosure' ? templates.disclosure : templates.requests;
  const rows = new Map<string, { all: number; columns: string[] }>();
  for (const { figure, row, column } of tableFigures(table, template)) {
    const known = rows.get(row) ?? { all: 0, columns: [] };
    rows.set(row, known);
    known.all += 1;
    if (figures[figure]?.state === 'missing') known.columns.push(column);
  }
  const missing = [...rows].filter(([, { columns }]) => columns.length > 0);
  const whole =
    missing.length === rows.size && missing.every(([, { all, columns }]) => columns.length === all);
  return { missing, whole };
};

/**
 * What was not found, for a person who would look it up: the rows by their names, or a whole table. Undefined where
 * nothing is missing.
 */
export const missingText = (report: Read, language: keyof Message): string | undefined => {
  const zh = language === 'zh';
  const parts = TABLES.flatMap(([table, nameZh, nameEn]) => {
    const { missing, whole } = missingRows(report, table);
    if (whole) return [zh ? `${nameZh}全部` : `all of ${nameEn}`];
    return missing.map(([row, { all, columns }]) =>
      columns.length === all ? row : `${row}（${columns.join('、')}）`,
    );
  });
  if (parts.length === 0) return undefined;
  const rest = parts.length - MOST;
  const shown = parts.slice(0, MOST).join(zh ? '；' : '; ');
  if (zh) return `没有读到：${shown}${rest > 0 ? `；另有 ${rest} 行` : ''}`;
  return `not found: ${shown}${rest > 0 ? `; and ${rest} more rows` : ''}`;
};
