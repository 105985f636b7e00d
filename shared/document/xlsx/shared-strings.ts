import { LIMITS } from '../limits.ts';
import { markedText, type TextMark } from '../marked-text.ts';
import { overLimit } from '../unreadable.ts';
import { scanXml } from '../xml/scan-xml.ts';
import { SHEET_NAMESPACES } from './namespaces.ts';
import { runMark } from './run-mark.ts';

/** A character that XML cannot hold is written `_x000D_` (ISO/IEC 29500-1, 22.9.2.19). */
export const withEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** The texts that cells refer to by number, without phonetic guides. */
export const readSharedStrings = (xml: string): readonly string[] => {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  let characters = 0;
  let mark: TextMark | undefined;
  scanXml(xml, SHEET_NAMESPACES, {
    open(name, attributes) {
      mark = runMark(name, attributes, mark);
      if (name === 'x:si') text = '';
      else if (name === 'x:rPh') phonetic++;
      else if (name === 'x:t') inText = phonetic === 0;
    },
    close(name) {
      if (name === 'x:t') inText = false;
      else if (name === 'x:rPh') phonetic--;
      else if (name === 'x:si') strings.push(withEscapes(text));
    },
    text(content) {
      if (!inText) return;
      text += markedText(content, mark);
      characters += content.length;
      if (characters > LIMITS.characters.limit) throw overLimit('characters');
    },
  });
  return strings;
};
