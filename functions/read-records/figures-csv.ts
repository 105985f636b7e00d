import type { Figures } from '../../shared/report/report.ts';
import { figureName } from '../../shared/report/templates/figure-list.ts';

const COLUMNS = ['figure', 'row', 'column', 'value', 'state', 'raw', 'at'] as const;

/** A printed cell that a spreadsheet would take for a formula is kept as text. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** RFC 4180: "Fields containing line breaks (CRLF), double quotes, and commas should be enclosed in double-quotes." */
const field = (value: string): string => {
  const safe = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/**
 * Figures as comma-separated values: one line each, with the Chinese row and column. It begins with a byte order
 * mark, without which spreadsheet programs take Chinese text for another encoding.
 */
export const figuresCsv = (figures: Figures): string => {
  const lines = Object.entries(figures).map(([id, { value, state, raw = '', at }]) => {
    const name = figureName(id);
    const place = at ? Object.entries(at).map(([key, part]) => `${key} ${part}`) : [];
    return [id, name?.row ?? '', name?.column ?? '', value ?? '', state, raw, place.join(' ')];
  });
  return `\uFEFF${[COLUMNS, ...lines].map((line) => line.map((part) => field(String(part))).join(',')).join('\r\n')}\r\n`;
};
