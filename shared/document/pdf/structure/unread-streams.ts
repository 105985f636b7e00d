import type { PdfFile } from './pdf-file.ts';
import { type Dictionary, isArray, isDictionary, isReference, type Value } from './value.ts';

/** Entries whose streams are read for the sake of the text, whatever they call themselves. */
const READ = ['Contents', 'ToUnicode', 'Encoding', 'CIDToGIDMap', 'FontFile', 'FontFile2', 'FontFile3'];

/**
 * Numbers of the streams that hold no text and are never decoded for it: pictures, and the shapes of glyphs that
 * browsers draw one by one (Type 3). Whether those are whole is left unlooked at, and a large scan is no bomb.
 */
export const unreadStreams = (file: PdfFile): Set<number> => {
  const unread = new Set<number>();
  const read = new Set<number>();

  const follow = (value: Value | undefined): void => {
    if (isReference(value)) read.add(value.object);
    const list = file.resolve(value);
    if (isArray(list)) for (const part of list) if (isReference(part)) read.add(part.object);
  };

  const look = (number: number, dictionary: Dictionary): void => {
    if (dictionary.get('Subtype') === '/Image') unread.add(number);
    if (dictionary.get('Subtype') === '/Type3') {
      for (const glyph of file.dictionary(dictionary.get('CharProcs'))?.values() ?? []) {
        if (isReference(glyph)) unread.add(glyph.object);
      }
    }
    for (const name of READ) follow(dictionary.get(name));
  };

  for (const number of file.numbers) {
    const value = file.object(number);
    if (isDictionary(value)) look(number, value);
  }
  for (const number of read) unread.delete(number);
  return unread;
};
