import type { Place } from '../document/document.ts';
import { isAgencyName } from './agency-name.ts';
import { fold } from './fold.ts';
import type { Header, Section } from './report.ts';

interface Text {
  readonly text: string;
  readonly at: Place;
}

const YEAR = '(?<year>(?:19|20)\\d{2})';

/** `X局2024年政府信息公开工作年度报告`, with the year in front of the agency or behind it. */
const TITLE = /政府?信息公开(?:工作)?(?:年度报告|年报|报告)|年度报告/;

/** Ends the name of an administrative organ. */
const ORGAN =
  /(?:人民政府(?:办公[厅室])?|管理委员会|管委会|委员会|办公[厅室]|分?局|[厅部院署]|街道(?:办事处)?|办事处|[乡镇县区市省州旗]|中心|科委|[^信]委|集团|公司|银行|学校|大学|医院|总队|支队|大队)$/;

/** What may stand as the agency's name: the name of an organ, and of a certain one. */
const namesOrgan = (name: string): boolean => ORGAN.test(name) && isAgencyName(name);

const compacted = ({ text, at }: Text): Text => ({ text: fold(text).replace(/\s+/g, ''), at });

const TITLE_PREFIX = /^(?:标题|题名|名称)[:：]|^[(（](?:图解|文字解读)[)）]|^关于/;
const TITLE_YEAR = new RegExp(`${YEAR}年度?`);

/** A title line: short, and about an annual report. */
const isTitle = (text: string): boolean => text.length <= 70 && TITLE.test(text) && !/[。;]/.test(text);

interface Title {
  readonly text: string;
  readonly agency?: string;
  readonly year?: number;
  readonly at: Place;
}

const parseTitle = (text: string, at: Place): Title => {
  const title = text.replace(TITLE_PREFIX, '');
  const year = TITLE_YEAR.exec(title)?.groups?.year;
  const agency = title
    .replace(TITLE_YEAR, '')
    .replace(/(?:政府|政务)?信息(?:主动)?公开.*$|年度报告.*$/, '')
    .replace(/^[\s《"“]+|[\s的》"”]+$/g, '');
  return {
    text: title,
    at,
    ...(agency.length >= 2 && agency.length <= 40 && isAgencyName(agency) && { agency }),
    ...(year && { year: Number(year) }),
  };
};

/** The title may wrap, or have the agency on a line of its own above it. */
const findTitle = (preface: readonly Text[]): Title | undefined => {
  const lines = preface.slice(0, 14);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const own = line.text;
    const next = lines[i + 1]?.text ?? '';
    if (isTitle(own)) {
      const title = parseTitle(line.text, line.at);
      if (title.agency) return title;
      const above = lines[i - 1]?.text ?? '';
      const agency = namesOrgan(above) && above.length <= 40 ? above : undefined;
      return { ...title, ...(agency && { agency }) };
    }
    const wrapped =
      own.length <= 40 &&
      (next.length <= 8 || !isTitle(next)) &&
      next.length <= 30 &&
      !/[。;]/.test(own) &&
      /信息公开/.test(own + next);
    if (wrapped && isTitle(own + next)) return parseTitle(own + next, line.at);
    // A title run together with the text behind it.
    const glued = own.length > 70 ? /^.{0,40}?(?:年度报告|年报)/.exec(own.slice(0, 80)) : null;
    if (glued && isTitle(glued[0])) return parseTitle(glued[0], line.at);
  }
  return undefined;
};

/** The agency by its full name where the preface has it: a title may use a short one. */
const fullName = (short: string | undefined, preface: readonly Text[]): string | undefined => {
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
const contact = (preface: readonly Text[]): string | undefined => {
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
const publisher = (preface: readonly Text[]): string | undefined =>
  preface.map(({ text }) => PUBLISHER.exec(text)?.groups?.name).find((name) => name && namesOrgan(name));

const PERIOD = new RegExp(
  `${YEAR}年(?<m1>\\d{1,2})月(?<d1>\\d{1,2})日(?:起|开始)?(?:至|到|—|-|~)(?:${YEAR.replace('year', 'year2')}年)?(?<m2>\\d{1,2})月(?<d2>\\d{1,2})日`,
);

const iso = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

const findPeriod = (texts: readonly Text[]): Header['period'] => {
  for (const { text, at } of texts) {
    const groups = PERIOD.exec(text)?.groups;
    if (!groups) continue;
    const { year, year2 = year, m1, d1, m2, d2 } = groups;
    return { from: iso(year!, m1!, d1!), to: iso(year2!, m2!, d2!), at };
  }
  return undefined;
};

const DATE_LINE = new RegExp(
  `^(?:[\\u4e00-\\u9fff]{2,40})?[(]?${YEAR}年(?<month>\\d{1,2})月(?<day>\\d{1,2})日[)]?$`,
);

/** A line that is a date alone, or the agency's name and a date: the signature. The last one counts. */
const findSigned = (texts: readonly Text[]): { date: string; agency?: string; at: Place } | undefined => {
  for (let i = texts.length - 1; i >= 0; i--) {
    const { text } = texts[i]!;
    const groups = text.length <= 60 ? DATE_LINE.exec(text)?.groups : undefined;
    if (!groups || Number(groups.month) > 12 || Number(groups.day) > 31) continue;
    const above = texts[i - 1]?.text ?? '';
    const inline = text.slice(0, text.indexOf(groups.year!)).replace(/[(]$/, '');
    const agency = [inline, above].find(
      (name) => name.length >= 4 && name.length <= 40 && namesOrgan(name) && !/[,。、]/.test(name),
    );
    return {
      date: iso(groups.year!, groups.month!, groups.day!),
      at: texts[i]!.at,
      ...(agency && { agency }),
    };
  }
  return undefined;
};

/** A year at the beginning of a clause, with what stands before it, and a day of the year behind 年. */
const OWN_YEAR = /(?:^|[。,;:“截至]|年度)((?:19|20)\d{2})$/;
const DAY = /^\d{1,2}月\d{1,2}日/;

/** The years that a text names at the beginning of a clause: `2023年`, no day of it. */
const yearsIn = (text: string): number[] => {
  const years: number[] = [];
  for (let at = text.indexOf('年'); at >= 0; at = text.indexOf('年', at + 1)) {
    const year = OWN_YEAR.exec(text.slice(Math.max(0, at - 6), at))?.[1];
    if (year && !DAY.test(text.slice(at + 1, at + 7))) years.push(Number(year));
  }
  return years;
};

/** The year that the narrative names most; the later one wins a tie. */
const narrativeYear = (texts: readonly Text[]): { year: number; at: Place } | undefined => {
  const counts = new Map<number, { count: number; at: Place }>();
  for (const { text, at } of texts) {
    for (const year of yearsIn(text)) {
      counts.set(year, { count: (counts.get(year)?.count ?? 0) + 1, at: counts.get(year)?.at ?? at });
    }
  }
  const best = [...counts].sort((a, b) => b[1].count - a[1].count || b[0] - a[0])[0];
  return best && { year: best[0], at: best[1].at };
};

const nameYear = (name: string): number | undefined => {
  const years = [...name.matchAll(/(?<!\d)(20[12]\d)(?!\d)/g)].map((match) => Number(match[1]));
  return new Set(years).size === 1 ? years[0] : undefined;
};

/**
 * Agency, year, period and signature from title, preface, narrative and the last lines. `name` is the file's name,
 * used for the year only when the document is silent.
 */
export const readHeader = (front: readonly Text[], sections: readonly Section[], name: string): Header => {
  // Every search is over the same texts without white space: they are folded once.
  const preface = front.map(compacted);
  const narrative = sections.flatMap(({ paragraphs }) => paragraphs.map(compacted));
  const all = [...preface, ...narrative];
  const title = findTitle(preface);
  const period = findPeriod(all);
  const signed = findSigned(all);
  const told = narrativeYear(narrative);
  const fromName = nameYear(name);
  const years: Header['years'] = [
    ...(title?.year ? [{ source: 'title' as const, year: title.year, at: title.at }] : []),
    ...(period ? [{ source: 'period' as const, year: Number(period.to.slice(0, 4)), at: period.at }] : []),
    ...(told ? [{ source: 'narrative' as const, year: told.year, at: told.at }] : []),
    ...(fromName ? [{ source: 'name' as const, year: fromName }] : []),
  ];
  const agency =
    fullName(title?.agency, preface) ??
    title?.agency ??
    signed?.agency ??
    contact(preface) ??
    publisher(preface);
  return {
    ...(title && { title: title.text }),
    ...(agency && { agency }),
    ...(years[0] && { year: years[0].year }),
    years,
    ...(period && { period }),
    ...(signed && { signed: { date: signed.date, at: signed.at } }),
  };
};
