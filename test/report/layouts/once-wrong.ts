import type { FigureOptions } from './random-figures.ts';

/** What the property of `layouts.test.ts` once failed on: layout, what else happened to the form, and its figures. */
export const ONCE_WRONG: readonly (readonly [string, string[], FigureOptions])[] = [
  [
    'markdown',
    ['a row of eight numbers'],
    { seed: 27, disclosure: '2021', requests: '2019', slips: 1, blanks: 'scattered' },
  ],
  [
    'piped with bars behind',
    ['the total first', 'a row whose label is lost'],
    { seed: 1937935804, disclosure: '2019', requests: '2019', slips: 0, blanks: 'zeros' },
  ],
  [
    'glued on one line',
    [],
    { seed: 1988180926, disclosure: '2021', requests: '2019', slips: 3, blanks: 'scattered' },
  ],
  [
    'a web page',
    ['rows swapped', 'labels misprinted by a character'],
    { seed: 0, disclosure: '2021', requests: '2019', slips: 0, blanks: 'none' },
  ],
  [
    'markdown with a table a row',
    ['a second table behind each, of another office', 'labels misprinted by a character'],
    { seed: 288611158, disclosure: '2019', requests: '2019', slips: 0, blanks: 'none' },
  ],
  [
    'tabbed',
    ['empty columns behind', 'a row missing'],
    { seed: 1850107896, disclosure: '2021', requests: '2019', slips: 2, blanks: 'scattered' },
  ],
  [
    'aligned, labels around their numbers',
    ['a row whose label is lost'],
    { seed: 1843812148, disclosure: '2021', requests: '2021', slips: 1, blanks: 'rows' },
  ],
  [
    'glued with spaces between numbers',
    ['a second table behind each, of another office', 'labels misprinted by a character'],
    { seed: 1958524124, disclosure: '2019', requests: '2019', slips: 0, blanks: 'slashes' },
  ],
  [
    'glued with spaces between numbers',
    [],
    { seed: 2054211362, disclosure: '2021', requests: '2019', slips: 0, blanks: 'scattered' },
  ],
  [
    'piped with bars behind',
    ['empty columns behind', 'table 四 as bare numbers'],
    { seed: 2147483379, disclosure: '2021', requests: '2021', slips: 2, blanks: 'rows' },
  ],
  [
    'aligned, labels around their numbers',
    ['a row whose label is lost'],
    { seed: 1922889930, disclosure: '2019', requests: '2019', slips: 2, blanks: 'rows' },
  ],
  [
    'glued with spaces between numbers',
    [],
    { seed: 1909292472, disclosure: '2019', requests: '2019', slips: 0, blanks: 'zeros' },
  ],
  [
    'glued row by row',
    ['remarks with digits in brackets', 'a row that the form does not have'],
    { seed: 147898802, disclosure: '2021', requests: '2021', slips: 0, blanks: 'slashes' },
  ],
  [
    'aligned, labels around their numbers',
    ['rows swapped'],
    { seed: 962618072, disclosure: '2019', requests: '2021', slips: 0, blanks: 'rows' },
  ],
  [
    'glued with spaces between numbers',
    [],
    { seed: 865514528, disclosure: '2019', requests: '2019', slips: 0, blanks: 'zeros' },
  ],
  [
    'a page without colspan',
    ['the total first', 'group and row in one label', 'labels misprinted by a character'],
    { seed: 0, disclosure: '2019', requests: '2019', slips: 0, blanks: 'scattered' },
  ],
  [
    'glued with spaces between numbers',
    ['traditional characters'],
    { seed: 2132167865, disclosure: '2019', requests: '2019', slips: 0, blanks: 'zeros' },
  ],
  ...['aligned, labels above their numbers', 'aligned, labels around their numbers'].map(
    (layout): [string, string[], FigureOptions] => [
      layout,
      [
        'a head without the form’s words',
        'a second table behind each, of another office',
        'remarks with digits in brackets',
      ],
      { seed: 1193056875, disclosure: '2019', requests: '2019', slips: 0, blanks: 'none' },
    ],
  ),
];
