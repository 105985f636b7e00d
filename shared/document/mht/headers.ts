/** Header fields by their name in lower case, folded lines joined (RFC 5322, 2.2.3). */
export type Headers = ReadonlyMap<string, string>;

/** The headers at `from` and where the body behind the empty line begins; undefined where there is none. */
export const readHeaders = (text: string, from: number): { headers: Headers; body: number } | undefined => {
  const headers = new Map<string, string>();
  let name = '';
  for (let at = from; at < text.length; ) {
    const end = text.indexOf('\n', at);
    if (end < 0) return undefined;
    const line = text.slice(at, end).replace(/\r$/, '');
    at = end + 1;
    if (line === '') return { headers, body: at };
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line)) headers.set(name, `${headers.get(name) ?? ''} ${line.trim()}`);
    else if (colon > 0) {
      name = line.slice(0, colon).trim().toLowerCase();
      headers.set(name, line.slice(colon + 1).trim());
    }
  }
  return undefined;
};

/** A parameter of a structured field, such as `boundary` of Content-Type (RFC 2045, 5.1). */
export const parameter = (field: string | undefined, name: string): string | undefined => {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;"]+))`, 'i').exec(field ?? '');
  return match?.[1] ?? match?.[2];
};

/** The media type in lower case; plain text where none is given (RFC 2045, 5.2). */
export const mediaType = (headers: Headers): string =>
  (headers.get('content-type') ?? 'text/plain').split(';', 1)[0]!.trim().toLowerCase();
