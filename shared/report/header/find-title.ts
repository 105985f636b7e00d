import type { Place } from '../../document/document.ts';
import { isAgencyName } from './agency-name.ts';
import { namesOrgan } from './names-organ.ts';
import type { Text } from './text.ts';

/** `X局2024年政府信息公开工作年度报告`, with the year in front of the agency or behind it. */
const TITLE = /政府?信息公开(?:工作)?(?:年度报告|年报|报告)|年度报告/;

const TITLE_PREFIX = /^(?:标题|题名|名称)[:：]|^[(（](?:图解|文字解读)[)）]|^关于/;
const TITLE_YEAR = /(?<year>(?:19|20)\d{2})年度?/;

/** A title line: short, and about an annual report. */
const isTitle = (text: string): boolean => text.length <= 70 && TITLE.test(text) && !/[。;]/.test(text);

export interface Title {
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
export const findTitle = (preface: readonly Text[]): Title | undefined => {
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
