const ZERO = 48;
const NINE = 57;

/** Beyond this many digits a double no longer holds the number exactly. */
export const MOST_DIGITS = 15;

/** The number that a text is, where it is digits alone and no zero leads; undefined for any other text. */
export const plainNumber = (text: string): number | undefined => {
  if (text.length === 0 || text.length > MOST_DIGITS) return undefined;
  if (text.length > 1 && text.charCodeAt(0) === ZERO) return undefined;
  let number = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) return undefined;
    number = number * 10 + code - ZERO;
  }
  return number;
};
