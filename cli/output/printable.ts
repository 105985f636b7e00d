/** What a terminal obeys instead of showing: control characters, line separators, and changes of direction. */
const OBEYED = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const escaped = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  return (
    NAMED[character] ??
    (code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`)
  );
};

/**
 * Text of others, such as file names and what documents say, as one harmless piece of a line: whatever a terminal
 * would obey is shown as an escape.
 */
export const printable = (text: string): string => text.replace(OBEYED, escaped);
