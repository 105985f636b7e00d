import type { Place } from '../../document/document.ts';
import { unitOf } from '../code-units.ts';
import { isHan } from './han.ts';
import { iso } from './iso-date.ts';
import { namesOrgan } from './names-organ.ts';
import { NarrativeLine } from './narrative-line.ts';
import type { Text } from './text.ts';

export interface Signature {
  readonly date: string;
  readonly agency?: string;
  readonly at: Place;
}

const NAME = '^(?<name>[\\u4e00-\\u9fff]{2,40}(?:\\([盖公]?章\\))?)?';

const WORDS = new RegExp(`${NAME}[(]?(?<year>(?:19|20)\\d{2})年(?<month>\\d{1,2})月(?<day>\\d{1,2})日[)]?$`);

/** `2025.3.20`, `2025-03-20`, `2025/3/20`. */
const DIGITS = new RegExp(
  `${NAME}[(]?(?<year>(?:19|20)\\d{2})(?<between>[./\\-—–−])(?<month>\\d{1,2})\\k<between>(?<day>\\d{1,2})[)]?[.。]?$`,
);

/** What the page says below its own label is the page's: when it was published, printed, read. */
const LABEL = /(?:日期|时间)[:：]?$/;

const DAY_SIGN = unitOf('日');
const FULL_STOP = unitOf('。');

/** Whether a line may end with a date, as printed: with no Chinese character but 日, a full stop aside. */
const mayEndInDate = (line: Text): boolean => {
  const text = line instanceof NarrativeLine ? line.printed : line.text;
  const last = text.length - 1;
  const unit = text.charCodeAt(text.charCodeAt(last) === FULL_STOP ? last - 1 : last);
  return unit === DAY_SIGN || !isHan(unit);
};

interface DateLine extends Signature {
  /** Of the lines above it, the next one. */
  readonly above: string;
  /** Words stand before the date. */
  readonly named: boolean;
}

const dateLine = (texts: readonly Text[], index: number, form: RegExp): DateLine | undefined => {
  const line = texts[index]!;
  if (!mayEndInDate(line)) return undefined;
  const { text, at } = line;
  const groups = text.length <= 60 ? form.exec(text)?.groups : undefined;
  if (!groups || Number(groups.month) > 12 || Number(groups.day) > 31) return undefined;
  const above = index > 0 ? texts[index - 1]!.text : '';
  if (LABEL.test(groups.name ?? above)) return undefined;
  const agency = [groups.name ?? '', above]
    .map((name) => name.replace(/\([盖公]?章\)$/, ''))
    .find((name) => name.length >= 4 && name.length <= 40 && namesOrgan(name) && !/[,。、]/.test(name));
  return {
    date: iso(groups.year!, groups.month!, groups.day!),
    at,
    above,
    named: groups.name !== undefined,
    ...(agency && { agency }),
  };
};

const dateLines = (texts: readonly Text[], form: RegExp): DateLine[] => {
  const lines: DateLine[] = [];
  for (let index = 0; index < texts.length; index++) {
    const line = dateLine(texts, index, form);
    if (line) lines.push(line);
  }
  return lines;
};

/** No more than the date stands there, or who signs: 备案号2025-1-1 does not. */
const isAloneOrSigned = (line: DateLine): boolean => line.agency !== undefined || !line.named;

/** The report's text ends above its date; a link's words do not end so, and its date stands below them. */
const endsReport = ({ above }: DateLine): boolean =>
  above.length <= 6 || /(?:[。;!.)]|事项|情况)$/.test(above);

/**
 * A line that is a date alone, or the agency's name and a date: the signature. The last one counts. In digits alone
 * pages date all kinds of things, so such a line must stand behind the text, below a name or as the only one.
 */
export const findSigned = (preface: readonly Text[], narrative: readonly Text[]): Signature | undefined => {
  const texts = [...preface, ...narrative];
  for (let index = texts.length - 1; index >= 0; index--) {
    const words = dateLine(texts, index, WORDS);
    if (words) return words;
  }
  const digits = dateLines(narrative, DIGITS).filter(isAloneOrSigned);
  return (
    digits.findLast(({ agency }) => agency) ?? (digits.length === 1 ? digits.find(endsReport) : undefined)
  );
};
