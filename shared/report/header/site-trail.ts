import { fold } from '../fold.ts';
import { isFrontPage, isSiteWord, withoutPlace } from './site-words.ts';
import { isTitle, parseTitle } from './title-line.ts';

/** Between the parts of a way through a site: `首页 > 政务公开 > 年报`, `首页-政务公开`, `首页 | 政务公开`. */
const BETWEEN = /\s*(?:[-=]+>|[>›»→⟩〉▶►|丨∣/\\·•]|(?<!\d)[-—–]+|[-—–]+(?!\d))+\s*/;

const inParts = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((part) => part.replace(/\s+/g, ''))
    .filter((part) => part !== '');

/** A whole title: whose, and for which year. */
const isWholeTitle = (text: string): boolean => {
  if (!isTitle(text)) return false;
  const { agency, year } = parseTitle(text);
  return agency !== undefined && year !== undefined;
};

/** A menu on one line: its words are apart by spaces only, as are those of a title set wide. */
const menuParts = (text: string): string[] | undefined => {
  const parts = inParts(text, /\s+/);
  if (parts.length < 2) return undefined;
  const site = parts.filter(isSiteWord).length;
  const menu =
    parts.length > 2 && ((site > 1 && isSiteWord(parts[0]!)) || (site > 0 && parts.some(isWholeTitle)));
  return menu || parts.some(isFrontPage) ? parts : undefined;
};

/**
 * The parts of a line that shows the way to the page, or a menu of the site: `当前位置：首页 > 政府信息公开 > 甲局2024年
 * 政府信息公开年报`. Undefined for a line of the report itself. Such a line names no agency, but its last part may be the title.
 */
export const siteTrail = (line: string): string[] | undefined => {
  // Folding leaves it as it is, and most lines are told by it from the words of a site.
  if (line.includes('。')) return undefined;
  const text = fold(line).trim();
  if (text.length > 300 || text.includes('。')) return undefined;
  const way = withoutPlace(text.replace(/\s+(?=[:>])/g, ''));
  const parts = inParts(way ?? text, BETWEEN);
  if (parts.length === 0) return text === '' ? undefined : [];
  if (way !== undefined) return parts.length > 1 ? parts : (menuParts(way) ?? parts);
  if (parts.length === 1) return isFrontPage(parts[0]!) ? parts : menuParts(text);
  const shown =
    isSiteWord(parts[0]!) || parts.some(isFrontPage) || (parts.length > 2 && parts.some(isSiteWord));
  return shown ? parts : undefined;
};
