import { isSiteWord } from './site-words.ts';

/** What an office says of itself behind 本 or 我; 溪, 号 and 斋 are not among it: 本溪市, 本号镇, 本斋乡. */
const OWN_NOUN =
  '(?:[局委办厅院署队所站会校馆处科室镇乡村县区市省州盟旗级府年]|部门|单位|机关|行政|政府|人民政府|街道|社区|' +
  '地区|辖区|系统|中心|公司|集团|企业|园区|开发区|新区|管委会|管理委员会|学校|医院|大学)';

/** No name of an organ has 我 in it; 现将本局 is the beginning of a sentence. */
const FIRST_PERSON = new RegExp(`我|(?:^|[将把由对向布])本${OWN_NOUN}`);

/** 部门, 各单位, 某局, 局机关, 市本级, 全县: any office at all. 机关事务管理局 and 全州县 are names. */
const ANY_OFFICE = new RegExp(
  '^(?:各(?:[级省市县区镇乡局科地]|街道)|(?:各|该|有关|相关|某)?(?:部门|单位))|' +
    '^(?:某(?:[省市州县区镇乡局委办厅院]|街道)|(?:某|行政|党政|[局委厅院办])?机关|[省市州县区镇乡局委厅]?本级)$|' +
    '^全(?:[省市县区旗盟镇乡]|系统)(?:$|各)',
);

/** A form that nobody filled in: XX局, ××县. */
const PLACEHOLDER = /[Xx×*_]{2}/;

/** What stands between names, and between what a page says of itself and a name: `发布机构:`, `首页>`. */
const NO_PART = /[>›»→|丨\\:;,。!?]|^[首主]页/;

/**
 * Whether a folded text can be the name of one office: 我局, 本机关, 部门 and (本级) are said by every one of them, and
 * the reports of two must not be kept as those of one. Nor is the way through a web site a name: 当前位置:首页>.
 */
export const isAgencyName = (text: string): boolean => {
  const name = text.replace(/^[(（]+|[)）]+$/g, '');
  return (
    !FIRST_PERSON.test(name) &&
    !ANY_OFFICE.test(name) &&
    !PLACEHOLDER.test(name) &&
    !NO_PART.test(name) &&
    !isSiteWord(name)
  );
};
