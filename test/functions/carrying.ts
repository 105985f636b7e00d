import { reportOf } from './reports.ts';

/** Puts another number into the first applicant's column and the total of a row of the text form. */
const withRow = (text: string, label: string, value: number): string =>
  text.replace(
    new RegExp(`(${label}\\s*\\n)\\s*\\d+(\\n(?:\\s*\\d+\\n){5})\\s*\\d+\\n`),
    (_, head: string, middle: string) => `${head}\t${value}${middle}\t${value}\n`,
  );

export interface Carrying {
  readonly agency: string;
  readonly year: number;
  /** Requests of 二、上年结转 and 四、结转下年度, all of natural persons. */
  readonly over: number;
  readonly forward: number;
}

/** Requests that the real report closed. */
const CLOSED = 7;

/** A real report that adds up, with requests carried over from the year before and into the next. */
export const carrying = ({ agency, year, over, forward }: Carrying): string =>
  [
    ['一、本年新收政府信息公开申请数量', CLOSED + forward - over],
    ['二、上年结转政府信息公开申请数量', over],
    ['四、结转下年度继续办理', forward],
  ].reduce(
    (text, [label, value]) => withRow(text, String(label), Number(value)),
    reportOf('consistent', agency, year),
  );
