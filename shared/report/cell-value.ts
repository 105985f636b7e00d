import type { Place } from '../document/document.ts';
import { fold } from './fold.ts';
import { MOST_DIGITS } from './plain-number.ts';
import type { Figure } from './report.ts';

/** Written where a cell has nothing to say. */
const NOT_APPLICABLE = /^(?:[-–—―−/\\﹣ー─]{1,4}|无|不涉及|不适用)$/;

/** Units that real cells repeat behind the number. */
const UNITS = '万元|亿元|千元|元|件次|人次|件|条|个|项|宗|次|起|份|人|篇|部';

const NUMBER = new RegExp(
  `^(?<sign>[-–—−+]|增加?|减少?|新增)?(?<whole>\\d{1,3}(?:,\\d{3})+|\\d+)(?<fraction>\\.\\d+)?(?<unit>${UNITS})?$`,
);

const NEGATIVE = /^[-–—−减]/;

/** Nothing longer is a number, however its digits are spaced. */
const LONGEST_NUMBER = 200;
/** More Chinese characters in a row than any value has: 不适用 has three, a sign or a unit two. */
const WORDS = /[\u4e00-\u9fff]{4}/;

const INVISIBLE = /[\u200b-\u200d\ufeff\u00ad]/g;
const SPACED = /\d\s+\d/;
/** Thousands apart, or every digit apart, on one line; digits apart in any other way may be several numbers. */
const ONE_NUMBER = /^\D*(?:\d{1,3}(?:[^\S\n]\d{3})+|\d(?:[^\S\n]+\d)+)(?:\.\d+)?\D*$/;

/** A number with a mark of a footnote: compatibility folding would make another digit of it. */
const MARKED = /[\u00b2\u00b3\u00b9\u2070-\u209c\u2460-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]/;

/**
 * What a cell says: a number, nothing, that there is nothing to say, or something else. `251000元` is 251000 with
 * its unit, `减4` is -4. A whole number with a leading zero is no number: glued or broken cells look like that.
 */
export const cellValue = (text: string, at: Place): Figure => {
  const raw = text.trim();
  if (raw === '') return { value: null, state: 'blank', raw, at };
  if (raw.length > LONGEST_NUMBER || WORDS.test(raw)) return { value: null, state: 'unreadable', raw, at };
  if (MARKED.test(raw)) return { value: null, state: 'unreadable', raw, at };
  const visible = fold(raw).replace(INVISIBLE, '');
  if (SPACED.test(visible) && !ONE_NUMBER.test(visible)) return { value: null, state: 'unreadable', raw, at };
  const squeezed = visible.replace(/\s/g, '');
  if (squeezed === '') return { value: null, state: 'blank', raw, at };
  if (NOT_APPLICABLE.test(squeezed)) return { value: null, state: 'notApplicable', raw, at };
  const groups = NUMBER.exec(squeezed)?.groups;
  if (!groups) return { value: null, state: 'unreadable', raw, at };
  const whole = groups.whole!.replaceAll(',', '');
  if (whole.length > MOST_DIGITS || (whole.length > 1 && whole.startsWith('0'))) {
    return { value: null, state: 'unreadable', raw, at };
  }
  const magnitude = Number(whole + (groups.fraction ?? ''));
  // -0 would be a number of its own in JavaScript.
  const value = NEGATIVE.test(groups.sign ?? '') && magnitude !== 0 ? -magnitude : magnitude;
  return { value, state: 'stated', raw, at, ...(groups.unit && { unit: groups.unit }) };
};
