import type { Sheet } from '../../../shared/document/sheet/sheet.ts';
import { Unreadable } from '../../../shared/document/unreadable.ts';
import { readGlobals } from '../../../shared/document/xls/workbook-globals.ts';
import { readWorksheet } from '../../../shared/document/xls/worksheet.ts';
import { double, globals, record, unicode, words, worksheet } from './make-stream.ts';

const format = (id: number, borders = 0): Buffer =>
  record('cellFormat', words(0, id, 0, 0, 0, borders, 0, 0, 0, 0));

const STYLES = globals(
  record('numberFormat', words(200), unicode('0.00"元"')),
  format(0),
  format(9),
  format(200),
  format(0, 0x1111),
);

const read = (...records: Buffer[]): Sheet => readWorksheet(worksheet(...records), 0, readGlobals(STYLES));
const texts = (...records: Buffer[]): string[] => read(...records).cells.map(({ text }) => text);

const reason = (work: () => unknown): string => {
  try {
    work();
    return 'read';
  } catch (error) {
    if (error instanceof Unreadable) return error.rejection.reason;
    throw error;
  }
};

describe('cells of an Excel 97 worksheet', () => {
  test('hold numbers in every way of writing them', () => {
    const rk = (value: number) => words(value & 0xffff, value >>> 16);
    expect(
      texts(
        record('number', words(0, 0, 0), double(96171.6)),
        record('rk', words(0, 1, 0), rk((3119 << 2) | 2)),
        record('rk', words(0, 2, 1), rk((45 << 2) | 3)),
        record('multipleRk', words(1, 0, 0), rk((7 << 2) | 2), words(2), rk((8 << 2) | 2), words(1)),
      ),
    ).toEqual(['96171.6', '3119', '45%', '7', '8.00元']);
  });

  test('keep a number that is struck out or raised apart from the number beside it', () => {
    const font = (flags: number, script = 0) => record('font', words(200, flags, 0, 400, script, 0, 0));
    const rich = (text: string, ...runs: number[]) =>
      Buffer.concat([
        words(text.length),
        Buffer.of(9),
        words(runs.length / 2),
        Buffer.from(text, 'utf16le'),
        words(...runs),
      ]);
    const strings = [rich('43', 0, 5, 1, 0), rich('31', 1, 6), unicode('5')];
    const workbook = globals(
      ...[font(0), font(0), font(0), font(0), font(8), font(0, 1)],
      format(0),
      record('sharedStrings', words(3, 0, 3, 0), ...strings),
    );
    const cells = strings.map((_, index) => record('sharedLabel', words(0, index, 0, index, 0)));
    const sheet = readWorksheet(worksheet(...cells), 0, readGlobals(workbook));
    expect(sheet.cells.map(({ text }) => text)).toEqual(['4\u03363', '3¹', '5']);
  });

  test('hold what a formula gave', () => {
    const text = Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff]);
    const rest = Buffer.alloc(8);
    expect(
      texts(
        record('formula', words(0, 0, 0), double(42), rest),
        record('formula', words(0, 1, 0), text, rest),
        record('string', unicode('合计')),
      ),
    ).toEqual(['42', '合计']);
  });

  test('count when they are empty boxes of a form, merged or not', () => {
    const sheet = read(
      record('label', words(0, 0, 0), unicode('总计')),
      record('multipleBlank', words(1, 0, 3, 3, 0, 2)),
      record('mergedCells', words(1, 1, 1, 0, 1)),
    );
    expect(sheet.cells.map(({ row, column, bordered }) => [row, column, bordered])).toEqual([
      [0, 0, false],
      [1, 0, true],
      [1, 1, true],
    ]);
    expect(sheet.merges).toEqual([{ top: 1, bottom: 1, left: 0, right: 1 }]);
  });

  test('are left out with their hidden row or column', () => {
    expect(
      texts(
        record('row', words(1, 0, 0, 0, 0, 0, 0x20, 0)),
        record('columnInfo', words(1, 1, 0, 0, 1, 0)),
        record('label', words(0, 0, 0), unicode('甲')),
        record('label', words(0, 1, 0), unicode('乙')),
        record('label', words(1, 0, 0), unicode('丙')),
      ),
    ).toEqual(['甲']);
  });

  test('of a chart inside the sheet are none of its own', () => {
    const chart = worksheet(record('label', words(0, 0, 0), unicode('图')));
    expect(texts(chart, record('label', words(0, 0, 0), unicode('表')))).toEqual(['表']);
  });
});

describe('a workbook', () => {
  const text = '政府信息公开';

  test('keeps texts that go on in another record, wherever they were cut', () => {
    const count = Buffer.from([2, 0, 0, 0, 2, 0, 0, 0]);
    const strings = Buffer.concat([unicode(text), unicode('规章')]);
    for (let characters = 0; characters <= text.length; characters++) {
      const at = 3 + 2 * characters;
      // A record that ends inside a text repeats the width of its characters in the next; one between texts does not.
      const again = characters < text.length ? Buffer.of(1) : Buffer.alloc(0);
      const stream = globals(
        record('sharedStrings', count, strings.subarray(0, at)),
        record('continue', again, strings.subarray(at)),
      );
      expect(readGlobals(stream).strings).toEqual([text, '规章']);
    }
  });

  test('with a password is encrypted', () => {
    expect(reason(() => readGlobals(globals(record('filePass', words(1)))))).toBe('encrypted');
  });

  test('that is cut, or states more texts than it holds, is damaged', () => {
    const whole = globals(record('sharedStrings', Buffer.from([1, 0, 0, 0, 1, 0, 0, 0]), unicode(text)));
    for (let length = 0; length < whole.length; length++) {
      expect(reason(() => readGlobals(whole.subarray(0, length)))).toBe('damaged');
    }
    const lying = globals(record('sharedStrings', Buffer.from([1, 0, 0, 0, 0xff, 0xff, 0xff, 0xff])));
    expect(reason(() => readGlobals(lying))).toBe('damaged');
  });
});
