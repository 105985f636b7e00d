import { namesOrgan } from './names-organ.ts';
import type { Text } from './text.ts';

/** The agency by its full name where the preface has it: a title may use a short one. */
export const fullName = (short: string | undefined, preface: readonly Text[]): string | undefined => {
  for (const { text } of preface) {
    const published =
      /(?:公布|发布|编制)(?:19|20)\d{2}年度?(?<name>[^,。年]{4,30}?)政府信息公开(?:工作)?年度报告/.exec(text);
    const name = published?.groups?.name;
    if (name && namesOrgan(name) && (!short || name.length > short.length)) return name;
    if (!short) continue;
    const at = text.indexOf(short);
    if (at <= 0 || !/(?:政府|局|委|办)/.test(short)) continue;
    const before = /(?:[由与向为现将]|特向社会公布)(?<place>[\u4e00-\u9fff]{1,8}[省市州])$/.exec(
      text.slice(0, at),
    );
    if (before?.groups?.place) return before.groups.place + short;
  }
  return undefined;
};

/** `请与淮安市人民政府办公室联系`: whom to ask is the agency's office. */
export const contact = (preface: readonly Text[]): string | undefined => {
  for (const { text } of preface) {
    const found = /请(?:直接)?(?:与|联系|致电)(?<name>[\u4e00-\u9fff]{4,30}?)(?:办公室)?(?:联系|[(（])/.exec(
      text,
    );
    const name = found?.groups?.name;
    if (name && namesOrgan(name)) return name;
  }
  return undefined;
};

const PUBLISHER =
  /^(?:(?:发布|编制|公开|制作|责任)(?:机构|机关|单位|部门|主体)):(?<name>[\u4e00-\u9fff()]{4,40}?)(?=$|[|,;]|发布|成文|生成|公开|日期|时间|文号|索引)/;

/** `发布机构：甲市财政局`: what the page says of the report. */
export const publisher = (preface: readonly Text[]): string | undefined =>
  preface.map(({ text }) => PUBLISHER.exec(text)?.groups?.name).find((name) => name && namesOrgan(name));
