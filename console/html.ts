/** Markup that is safe to print: made by `html` alone, which escapes everything that is put into it. */
export class Html {
  constructor(readonly markup: string) {}
}

type Piece = Html | string | number | null | undefined | false | readonly Piece[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const markupOf = (piece: Piece): string => {
  if (piece instanceof Html) return piece.markup;
  if (piece === null || piece === undefined || piece === false) return '';
  if (Array.isArray(piece)) return piece.map(markupOf).join('');
  return String(piece).replace(/[&<>"']/g, (character) => ESCAPES[character]!);
};

/**
 * HTML with values in it. Text is escaped for content and for quoted attributes, so attributes must be quoted; markup
 * made before and lists of it go in as they are; what is absent leaves nothing.
 */
export const html = (strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  new Html(strings.reduce((all, string, index) => `${all}${markupOf(pieces[index - 1])}${string}`));
