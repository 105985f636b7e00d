import { LIMITS } from '../limits.ts';
import { damaged, overLimit } from '../unreadable.ts';
import { type Headers, mediaType, parameter, readHeaders } from './headers.ts';

/** A part that is not made of parts itself; `body` holds one character a byte, still encoded for transfer. */
export interface Part {
  readonly headers: Headers;
  readonly body: string;
}

/** RFC 2557 archives nest once or twice. */
const DEEPEST = 8;

const cut = () => damaged('MHT 没有读到结尾', 'the web archive has no end');

/** Cuts a multipart body at its delimiter lines; the closing one must be there (RFC 2046, 5.1.1). */
const bodiesOf = (text: string, boundary: string): string[] => {
  const bodies: string[] = [];
  const delimiter = `--${boundary}`;
  let begin = -1;
  for (let at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && text[at - 1] !== '\n') continue;
    const rest = at + delimiter.length;
    const closing = text.startsWith('--', rest);
    if (!closing && !/^[ \t]*\r?\n/.test(text.slice(rest, rest + 80))) continue;
    if (begin >= 0) bodies.push(text.slice(begin, at).replace(/\r?\n$/, ''));
    if (closing) return bodies;
    const lineEnd = text.indexOf('\n', rest);
    if (lineEnd < 0) break;
    begin = lineEnd + 1;
  }
  throw cut();
};

/**
 * All leaves of a MIME message in their order. Throws `Unreadable` (damaged) where headers or a closing
 * delimiter are missing, and when there are more parts than a container may have.
 */
export const readParts = (message: string): Part[] => {
  const parts: Part[] = [];
  const read = (text: string, depth: number): void => {
    // A part may begin with the empty line that ends its headers: it has none.
    const start = readHeaders(text, 0);
    if (!start) throw cut();
    const { headers } = start;
    const body = text.slice(start.body);
    const boundary = parameter(headers.get('content-type'), 'boundary');
    if (!mediaType(headers).startsWith('multipart/') || boundary === undefined) {
      if (parts.push({ headers, body }) > LIMITS.entries.limit) throw overLimit('entries');
      return;
    }
    if (depth >= DEEPEST) throw overLimit('nesting');
    for (const inner of bodiesOf(body, boundary)) read(inner, depth + 1);
  };
  read(message, 0);
  return parts;
};
