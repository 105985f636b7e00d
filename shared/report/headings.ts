import { fold, labelKey } from './fold.ts';
import { remembered } from './remembered.ts';

/** The six sections of the report (Article 50 of the Regulation), with the wordings met in published reports. */
export const HEADING_TITLES: Readonly<Record<number, readonly string[]>> = {
  1: ['总体情况', '基本情况', '概述', '工作总体情况', '总体工作情况'],
  2: [
    '主动公开政府信息情况',
    '主动公开政府信息的情况',
    '主动公开情况',
    '政府信息主动公开情况',
    '主动公开工作情况',
  ],
  3: [
    '收到和处理政府信息公开申请情况',
    '收到和处理政府信息公开申请的情况',
    '依申请公开政府信息情况',
    '收到和处理政府信息依申请公开情况',
    '政府信息公开申请情况',
  ],
  4: [
    '政府信息公开行政复议、行政诉讼情况',
    '政府信息公开行政法复议、行政诉讼情况',
    '因政府信息公开被申请行政复议和提起行政诉讼情况',
    '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    '因政府信息公开工作被申请行政复议和提起行政诉讼情况',
    '政府信息公开行政复议和行政诉讼情况',
    '行政复议、行政诉讼情况',
    '政府信息公开工作行政复议、行政诉讼情况',
  ],
  5: [
    '存在的主要问题及改进情况',
    '存在的主要问题及改进措施',
    '政府信息公开工作存在的主要问题及改进情况',
    '政府信息公开工作存在的主要问题及改进措施',
    '存在主要问题及改进情况',
    '存在主要问题及改进措施',
    '存在的问题及改进情况',
    '存在的问题及改进措施',
    '存在问题及改进情况',
    '存在问题及改进措施',
    '存在的主要问题和改进情况',
    '存在的主要问题和改进措施',
    '工作存在的主要问题及改进情况',
    '主要问题及改进情况',
    '存在的不足及改进措施',
  ],
  6: ['其他需要报告的事项', '其他需要报告事项', '其他需报告的事项', '需要报告的其他事项', '其他报告事项'],
};

const BY_KEY: ReadonlyMap<string, number> = new Map(
  Object.entries(HEADING_TITLES).flatMap(([number, titles]) =>
    titles.map((title): [string, number] => [labelKey(title), Number(number)]),
  ),
);

/** Words that only one section's heading holds, for wordings nobody has listed. */
const TELLING: readonly (readonly [number, RegExp])[] = [
  [4, /^[^。，]{0,16}行政复议[^。]{0,8}(?:行政)?诉讼[^。]{0,6}情况$/],
  [3, /^收到[^。]{0,8}处理[^。]{0,12}申请[^。]{0,6}情况$/],
  [5, /^[^。]{0,14}(?:问题|不足|困难)[^。]{0,6}(?:改进|整改|措施|打算)[^。]{0,6}$/],
  [6, /^[^。]{0,4}需要?报告[^。]{0,4}(?:事项|情况)$/],
  [2, /^主动公开(?:政府)?信息[^。]{0,4}情况$/],
];

export interface Heading {
  /** 1–6 by its title, whatever ordinal is printed. */
  readonly number: number;
  readonly title: string;
  /** As printed: 一, 二, … */
  readonly ordinal?: string;
}

const ORDINAL = /^[（(【第]?([一二三四五六七八九十]{1,2}|\d{1,2})[)）】部分]*[、.．,，:：]\s*/;
const LONGEST = 40;

/** The section that a paragraph is the heading of; undefined for any other paragraph. */
export const headingOf = (paragraph: string): Heading | undefined =>
  paragraph.length > LONGEST ? undefined : shortHeading(paragraph);

const shortHeading = remembered((paragraph: string): Heading | undefined => {
  const text = fold(paragraph).trim();
  // 第（一）…: the five sub-headings of section one have ordinals in brackets, so those are no sections.
  if (/^[（(]/.test(text)) return undefined;
  const ordinal = ORDINAL.exec(text);
  const title = (ordinal ? text.slice(ordinal[0].length) : text).replace(/[。:：]$/, '').trim();
  const key = labelKey(title);
  const known = BY_KEY.get(key);
  const number =
    known ??
    (ordinal ? TELLING.find(([, telling]) => telling.test(title.replace(/\s/g, '')))?.[0] : undefined);
  if (number === undefined) return undefined;
  return ordinal ? { number, title, ordinal: ordinal[1]! } : { number, title };
});
