import { printNumber } from '../../../shared/document/sheet/print-number.ts';

test.each([
  [3119, 'General', '3119'],
  [96171.6, '0.00', '96171.60'],
  [0.1 + 0.2, 'General', '0.3'],
  [1234567, '#,##0', '1,234,567'],
  [1234.5678, '#,##0.00', '1,234.57'],
  [0.125, '0.0%', '12.5%'],
  [3, '0"件"', '3件'],
  [-15, '#,##0;(#,##0)', '-15'],
  [0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '0'],
  [5, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '5'],
  [0, ';;;', '0'],
  [2.5, '0.##', '2.5'],
  [2, '0.##', '2'],
  [1234567, '0,"千"', '1235千'],
  [7, '[$¥-804]#,##0', '¥7'],
  [-0.4, '0', '0'],
  [45292, 'yyyy"年"m"月"d"日"', '2024年1月1日'],
])('%d in the format %s prints as %s', (value, format, printed) => {
  expect(printNumber(value, format)).toBe(printed);
});

test('a workbook that counts its days from 1904 shows its own dates', () => {
  expect(printNumber(43830, 'yyyy-mm-dd', true)).toBe('2024年1月1日');
});
