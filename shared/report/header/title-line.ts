import { isAgencyName } from './agency-name.ts';

/** `X局2024年政府信息公开工作年度报告`, with the year in front of the agency or behind it. */
const TITLE = /政府?信息公开(?:工作)?(?:年度报告|年报|报告)|年度报告/;

/** What stands before a title in lists, on covers and in front of attachments. */
const PREFIX =
  /^(?:(?:信息|文件)?(?:标题|题名|名称)[:：]?|[(（](?:图解|文字解读)[)）]|(?:一?图[解读]|(?:文字|政策)解读)[:：]|附件\d*[:：.、]?|\d{1,2}[.、)]|[·•●◆■□▪★☆>]+|[[(]?\d{4}[-./]\d{1,2}[-./]\d{1,2}[\])]?|关于)/;

/** 年 may be forgotten: `甲局2024政府信息公开年报`. */
const TITLE_YEAR = /(?<year>(?:19|20)\d{2})(?:年度?|(?=政府?信息公开))/;

/** The page before or after this one, and what else there is to read: not this report. */
const NEIGHBOUR = /^(?:[上下]一?[篇条页]|(?:相关|推荐|热门)(?:阅读|链接|信息|文章|报告|内容|新闻))/;

export interface Title {
  readonly text: string;
  readonly agency: string | undefined;
  readonly year: number | undefined;
}

/** A title line, compacted: short, and about an annual report. */
export const isTitle = (text: string): boolean =>
  text.length <= 70 && TITLE.test(text) && !/[。;]/.test(text) && !NEIGHBOUR.test(text);

/** Agency and year as far as a title line tells them. */
export const parseTitle = (text: string): Title => {
  const title = text.replace(PREFIX, '').replace(PREFIX, '');
  const year = TITLE_YEAR.exec(title)?.groups?.year;
  const agency = title
    .replace(TITLE_YEAR, '')
    .replace(/(?:政府|政务)?信息(?:主动)?公开.*$|年度报告.*$/, '')
    .replace(/关于(?:公布|发布|印发|公开)?$/, '')
    .replace(/^[\s《"“]+|[\s的》"”]+$/g, '');
  const named = agency.length >= 2 && agency.length <= 40 && isAgencyName(agency);
  return { text: title, agency: named ? agency : undefined, year: year ? Number(year) : undefined };
};
