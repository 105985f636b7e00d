/** Control words that stand for a character. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tab: '\t',
    line: '\n',
    lbr: '\n',
    page: '\n',
    column: '\n',
    emdash: '—',
    endash: '–',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
    bullet: '•',
    emspace: ' ',
    enspace: ' ',
    qmspace: ' ',
  }),
);

/** Control symbols that stand for a character. */
export const SYMBOLS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '\\': '\\',
    '{': '{',
    '}': '}',
    '~': '\u00a0',
    _: '-',
    '\t': '\t',
  }),
);
