import type { Random } from '../checks/mutations/random.ts';
import type { Edit } from './mutation.ts';

const LONGEST = 400;

/** More bytes than this may be whole rows. */
const ROWS = 120;

/** A random change of bytes: a bit turned, a byte set, a piece cut out, put in or printed again, the end cut off. */
export const editBytes = (
  bytes: Uint8Array,
  random: Random,
): { bytes: Uint8Array; what: string; coarse?: boolean } => {
  const at = random.below(bytes.length);
  const length = 1 + random.below(Math.min(LONGEST, bytes.length - at));
  const join = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);
  const before = bytes.subarray(0, at);
  const own = bytes.subarray(at, at + length);
  const behind = bytes.subarray(at + length);
  const coarse = length > ROWS;
  switch (random.below(7)) {
    case 0: {
      const changed = Uint8Array.from(bytes);
      changed[at] = changed[at]! ^ (1 << random.below(8));
      return { bytes: changed, what: `bit turned at ${at}` };
    }
    case 1: {
      const changed = Uint8Array.from(bytes);
      for (let i = 0; i < 1 + random.below(6); i++) changed[random.below(bytes.length)] = random.below(256);
      return { bytes: changed, what: 'bytes set' };
    }
    case 2:
      return { bytes: before, what: `cut off at ${at}` };
    case 3:
      return { bytes: join(before, behind), what: `${length} bytes cut out at ${at}`, coarse };
    case 4:
      return { bytes: join(before, own, own, behind), what: `${length} bytes twice at ${at}`, coarse };
    case 5: {
      const noise = Uint8Array.from({ length }, () => random.below(256));
      return { bytes: join(before, noise, own, behind), what: `${length} bytes put in at ${at}`, coarse };
    }
    default: {
      const zeros = new Uint8Array(length);
      return { bytes: join(before, zeros, behind), what: `${length} bytes zeroed at ${at}`, coarse };
    }
  }
};

/** A random change of bytes that leaves all others where they were: a bit turned, bytes set, a few exchanged. */
export const editInPlace = (bytes: Uint8Array, random: Random): { bytes: Uint8Array; what: string } => {
  const changed = Uint8Array.from(bytes);
  const at = random.below(bytes.length);
  const length = Math.min(1 + random.below(8), bytes.length - at);
  switch (random.below(4)) {
    case 0:
      changed[at] = changed[at]! ^ (1 << random.below(8));
      return { bytes: changed, what: `bit turned at ${at}` };
    case 1:
      changed[at] = random.below(256);
      return { bytes: changed, what: `byte set at ${at}` };
    case 2:
      changed.fill(random.pick([0, 0xff])!, at, at + length);
      return { bytes: changed, what: `${length} bytes filled at ${at}` };
    default: {
      const from = random.below(bytes.length - length + 1);
      changed.copyWithin(at, from, from + length);
      return { bytes: changed, what: `${length} bytes at ${at} as at ${from}` };
    }
  }
};

/** Texts that upset readers of numbers, tables and markup. */
const TOKENS = [
  '0', '7', '-', '/', ' ', '\t', '\n', '|', '<', '>', '&', '"', '</td>', '<td>', '<tr>', '</tr>', '<table>', '</table>',
  '&#0;', '&nbsp;', '<br>', '万元', '（', '）', '总计', '其他', '三、', '1.', '九', '𠀀', '\u200b', '１', '，', '<!--', ']]>',
]; // biome-ignore format: a list of small texts

/** What happens to whole lines on the way through converters and editors. */
const changeLines = (text: string, random: Random): Edit => {
  const at = random.below(text.length);
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const endOf = (from: number) => (text.indexOf('\n', from) + 1 || text.length + 1) - 1;
  const end = endOf(start);
  const line = text.slice(start, end);
  const next = text.slice(end + 1, endOf(end + 1));
  switch (random.below(5)) {
    case 0:
      return { start, removed: end + 1 - start, put: '', what: 'a line cut out' };
    case 1:
      return { start, removed: 0, put: `${line}\n`, what: 'a line came twice' };
    case 2:
      return {
        start,
        removed: line.length + 1 + next.length,
        put: `${next}\n${line}`,
        what: 'two lines changed places',
      };
    case 3:
      return { start: end, removed: 1, put: random.pick(['', ' ', '  '])!, what: 'two lines became one' };
    default:
      return { start: at, removed: 0, put: '\n', what: 'a line broken in two' };
  }
};

const changeCharacters = (text: string, random: Random): Edit => {
  const start = random.below(text.length + 1);
  const most = Math.min(random.below(4) === 0 ? LONGEST : 4, text.length - start);
  const length = 1 + random.below(Math.max(1, most));
  const own = text.slice(start, start + length);
  const token = random.pick(TOKENS)!;
  const [removed, put, what] = (
    [
      [length, '', 'cut out'],
      [0, token, `put in ${JSON.stringify(token)}`],
      [length, token, `replaced by ${JSON.stringify(token)}`],
      [0, own, 'printed again'],
      [1, String(random.below(10)), 'a character became a digit'],
    ] as const
  )[random.below(5)]!;
  return { start, removed, put, what };
};

/** A random change of a text, with the place that it touched. */
export const editText = (text: string, random: Random): { text: string; edit: Edit } => {
  const change = random.below(3) === 0 ? changeLines : changeCharacters;
  const { start, removed, put, what } = change(text, random);
  return {
    text: text.slice(0, start) + put + text.slice(start + removed),
    edit: { start, removed, put, what: `${what} at ${start}` },
  };
};
