/** Signs that robots read as layout, links or mentions, with their full-width likenesses. */
const LAYOUT: Readonly<Record<string, string>> = {
  '*': '＊',
  _: '＿',
  '`': '｀',
  '#': '＃',
  '[': '［',
  ']': '］',
  '<': '＜',
  '>': '＞',
  '!': '！',
  '@': '＠',
  '\\': '＼',
  '|': '｜',
  '~': '～',
};

/** One line of text: no line breaks, no control or direction signs. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim();

/**
 * Text that a robot shows as it is. Names of agencies and files come from whoever uploads: they must not become
 * links, or call everyone in the group.
 */
export const plain = (text: string): string =>
  oneLine(text).replace(/[*_`#[\]<>!@\\|~]/g, (sign) => LAYOUT[sign] ?? sign);

/** An address that does not end a link in markdown early. */
export const linkTarget = (href: string): string =>
  href.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));

/** At most so many characters, the last one an ellipsis where something was cut. */
export const clip = (text: string, characters: number): string => {
  const all = [...text];
  return all.length <= characters ? text : `${all.slice(0, characters - 1).join('')}…`;
};
