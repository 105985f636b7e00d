import { formatNumber } from '../../../shared/document/numbering/format-number.ts';

test.each([
  [3, 'decimal', '3'],
  [7, 'decimalZero', '07'],
  [1, 'chineseCounting', '一'],
  [10, 'chineseCounting', '十'],
  [12, 'chineseCountingThousand', '十二'],
  [20, 'japaneseCounting', '二十'],
  [105, 'chineseCountingThousand', '一百零五'],
  [21, 'chineseLegalSimplified', '贰拾壹'],
  [10, 'ideographDigital', '一〇'],
  [3, 'ideographTraditional', '丙'],
  [11, 'ideographTraditional', '11'],
  [12, 'ideographZodiac', '亥'],
  [20, 'decimalEnclosedCircleChinese', '⑳'],
  [21, 'decimalEnclosedCircle', '21'],
  [2, 'ideographEnclosedCircle', '㊁'],
  [15, 'decimalFullWidth', '１５'],
  [4, 'upperRoman', 'IV'],
  [27, 'lowerLetter', 'aa'],
  [5, 'none', ''],
  [5, 'unheardOf', '5'],
])('%d in the format %s is %s', (number, format, printed) => {
  expect(formatNumber(number, format)).toBe(printed);
});
