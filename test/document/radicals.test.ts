import { foldRadicals } from '../../shared/document/radicals.ts';

describe('radicals that printers put for characters', () => {
  test('become the characters, of both blocks', () => {
    expect(foldRadicals('⼯作⾏政⼀般⺠政⻓期⻅解')).toBe('工作行政一般民政长期见解');
  });

  test('leave all other text as it is', () => {
    const text = '（一）全年 ①２０２４ﬁ 年';
    expect(foldRadicals(text)).toBe(text);
  });

  test('are every one of the two blocks that has a character', () => {
    const supplement = Array.from({ length: 0x2ef4 - 0x2e80 }, (_, i) => String.fromCodePoint(0x2e80 + i));
    const kangxi = Array.from({ length: 0x2fd6 - 0x2f00 }, (_, i) => String.fromCodePoint(0x2f00 + i));
    const kept = [...supplement, ...kangxi].filter((radical) => foldRadicals(radical) === radical);
    // A repeat mark that stands for no character, and a place that Unicode left empty.
    expect(kept).toEqual(['\u2e80', '\u2e9a']);
  });
});
