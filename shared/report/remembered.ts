/** More texts than this are not kept: reports are made of the same few hundred short ones. */
const MOST = 4096;

/**
 * `work`, with what it gave for a text kept for the next time. For short texts that report after report repeats (the
 * form's labels, headings): nearly every call is then a look-up.
 */
export const remembered = <T>(work: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    const result = work(text);
    if (known.size >= MOST) known.clear();
    known.set(text, result);
    return result;
  };
};
