import type { Place } from '../../document/document.ts';
import { namesOrgan } from './names-organ.ts';
import { siteTrail } from './site-trail.ts';
import { compacted, type Text } from './text.ts';
import { isTitle, parseTitle, type Title } from './title-line.ts';

/** A line that may be the report's title. */
export interface Candidate extends Title {
  readonly at: Place;
  /** The line it begins on. */
  readonly line: Text;
  /** The page marks it as a heading. */
  readonly heading: boolean;
  /** Part of a way through the site, or the title of the page's window: it says which report the page is about. */
  readonly ofPage: boolean;
  /** The last one above the report's text. */
  readonly nearest: boolean;
}

/** A report without headings is a preface from end to end: only its first lines are searched. */
const FEWEST_LINES = 14;
const MOST_LINES = 300;

const isSentence = ({ text }: Text): boolean => text.length > 70 || (text.length > 30 && text.includes('。'));

const tells = ({ agency, year }: Title): boolean => agency !== undefined || year !== undefined;

const ofWindow = ({ at }: Text): boolean => 'paragraph' in at && at.paragraph === 0;

/** The agency may stand on a line of its own above the title; three such lines are a list of offices. */
const withAgencyAbove = (title: Title, above: readonly Text[]): Title => {
  const name = above.at(-1)?.text ?? '';
  if (title.agency || name.length > 40 || !namesOrgan(name)) return title;
  return above.length > 2 && above.every(({ text }) => namesOrgan(text)) ? title : { ...title, agency: name };
};

/** A title run together with the text behind it. */
const gluedTitle = ({ text }: Text): Title | undefined => {
  const glued = text.length > 70 ? /^.{0,40}?(?:年度报告|年报)/.exec(text.slice(0, 80)) : null;
  return glued && isTitle(glued[0]) ? parseTitle(glued[0]) : undefined;
};

/** A title over two lines. */
const wrappedTitle = ({ text }: Text, next: string): Title | undefined => {
  const wrapped =
    text.length <= 40 &&
    (next.length <= 8 || !isTitle(next)) &&
    next.length <= 30 &&
    !/[。;]/.test(text) &&
    /信息公开/.test(text + next);
  if (!wrapped || !isTitle(text + next)) return undefined;
  const title = parseTitle(text + next);
  // Two words of a menu, of which the second is 政府信息公开年报, are no title.
  return title.year === undefined && title.agency && !namesOrgan(title.agency) ? undefined : title;
};

interface Found {
  readonly title: Title;
  readonly line: Text;
  readonly index: number;
}

const ownTitles = (lines: readonly Text[]): Found[] => {
  const found: Found[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (isTitle(line.text)) {
      const above = lines.slice(Math.max(0, index - 3), index);
      found.push({ title: withAgencyAbove(parseTitle(line.text), above), line, index });
      continue;
    }
    const title = wrappedTitle(line, lines[index + 1]?.text ?? '');
    if (title) found.push({ title, line, index: index++ });
  }
  return found;
};

const candidateOf = (
  { text, agency, year }: Title,
  line: Text,
  { heading, ofPage, nearest }: Pick<Candidate, 'heading' | 'ofPage' | 'nearest'>,
): Candidate => ({ text, agency, year, at: line.at, line, heading, ofPage, nearest });

export interface Front {
  readonly candidates: readonly Candidate[];
  /** The preface without the words of the site around it. */
  readonly lines: readonly Text[];
}

/** Every line above the report's text that may be its title, in order, and the preface without the site's words. */
export const titleCandidates = (front: readonly Text[]): Front => {
  const lines: Text[] = [];
  const shown: Candidate[] = [];
  for (const [index, line] of front.entries()) {
    const trail = index < MOST_LINES ? siteTrail(line.text) : undefined;
    const own = compacted(line);
    if (!trail) {
      lines.push(own);
      continue;
    }
    const title = trail
      .map((text) => compacted({ text, at: line.at }).text)
      .filter(isTitle)
      .map(parseTitle)
      .findLast(tells);
    if (title) shown.push(candidateOf(title, own, { heading: false, ofPage: true, nearest: false }));
  }
  const sentence = lines.findIndex(isSentence);
  const end = Math.min(Math.max(sentence < 0 ? lines.length : sentence, FEWEST_LINES), MOST_LINES);
  const opening = lines.slice(0, end);
  let found = ownTitles(opening);
  if (!found.some(({ title }) => tells(title)) && shown.length === 0) {
    const glued = opening.flatMap((line, index) => {
      const title = gluedTitle(line);
      return title ? [{ title, line, index }] : [];
    });
    found = [...found, ...glued.slice(0, 1)];
  }
  const nearest = found.findLast(({ title, index }) => tells(title) && (sentence < 0 || index < sentence));
  const own = found.map((each) =>
    candidateOf(each.title, each.line, {
      heading: each.line.heading === true,
      ofPage: ofWindow(each.line),
      nearest: each === nearest,
    }),
  );
  return { candidates: [...own, ...shown], lines };
};
