import { cellValue } from '../../shared/report/cell-value.ts';

const read = (text: string) => {
  const { value, state } = cellValue(text, { line: 1, column: 1 });
  return state === 'stated' ? value : state;
};

test.each([
  ['3119', 3119],
  ['３１１９', 3119],
  ['3,119', 3119],
  ['3 985 758', 3985758],
  ['3\u00a0985', 3985],
  ['3 1 1 9', 3119],
  ['31\u200b19', 3119],
  [' 3119 件', 3119],
  ['减 4', -4],
  ['299.8145万元', 299.8145],
  ['', 'blank'],
  ['/', 'notApplicable'],
])('%j is one number, or says that there is none', (text, value) => {
  expect(read(text)).toBe(value);
});

test.each(['3119①', '①3119', '3119¹', '3119²', '3119₁', '3119⑴', '3119[1]', '3119*', '3119❶', '31\u033619'])(
  'a footnote’s mark is no digit: %s',
  (text) => {
    expect(read(text)).toBe('unreadable');
  },
);

test.each(['3119 12', '3119\n12', '3985758\n88283', '12 13 14', '3119\u00a012'])(
  'several numbers in one cell are none: %j',
  (text) => {
    expect(read(text)).toBe('unreadable');
  },
);
