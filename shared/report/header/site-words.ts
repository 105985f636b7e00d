const COLUMN =
  '(?:法定|主动)*(?:政府信息|政务信息|信息|政务|党务)(?:主动)?公开(?:专栏|专题|平台|目录|内容|指南|制度|工作)*';

/** Words of a web site's menus and of the way that it shows to a page: 首页, 政务公开, 信息公开年报. */
const MENU = new RegExp(
  `^(?:(?:网站|本站|返回|门户)?[首主]页|法定主动公开内容|依申请公开|建议提案(?:办理)?|${COLUMN}|${COLUMN}(?:工作)?(?:年度?报告?|年度工作报告)|` +
    '(?:历年|往年)?年报(?:专栏|公开)?|新闻(?:中心|动态)|通知公告|公示公告|工作动态|机构(?:概况|职能|设置)|' +
    '(?:办事|政务|网上|公共)服务|(?:互动|政民)(?:交流|互动)|政策(?:文件|法规|解读)|专题专栏|数据(?:开放|发布)|正文|更多|详情)$',
);

/** 当前位置：, 您现在的位置是：. */
const PLACE =
  /^[【[]?[您你]?(?:目前|现在|当前)?(?:所?[在处])?的?位置(?:是|为)?[】\]]?(?:[:>]|(?=$|网站|[首主]页))/;

/** Whether a folded text is a word of the site that a page stands in, and of no report. */
export const isSiteWord = (text: string): boolean => MENU.test(text) || PLACE.test(text);

/** Whether a folded text is the site's first page, under any of its names. */
export const isFrontPage = (text: string): boolean => /^(?:网站|本站|返回|门户)?[首主]页$/.test(text);

/** The text without 当前位置：, undefined where it does not begin so. */
export const withoutPlace = (text: string): string | undefined =>
  PLACE.test(text) ? text.replace(PLACE, '') : undefined;
