import { unreadable } from '../unreadable.ts';
import type { PdfPage } from './read-page.ts';

/** Characters a page of a scan may have: a scanner's mark, a stamp, a page number. */
const STRAY = 40;
/** Share of a page that a picture must cover to be the page. */
const COVER = 0.5;
/** Share of characters without a known meaning from which the rest is no text either. */
const UNKNOWN_SHARE = 0.3;

const isScan = ({ glyphs, pictures, drawn }: PdfPage): boolean =>
  (glyphs.length === 0 && drawn > 0) || (glyphs.length < STRAY && pictures > COVER);

/** Throws `Unreadable` (scanned) where no page has text that can be read. */
export const checkReadable = (pages: readonly PdfPage[]): void => {
  const written = pages.filter((page) => page.glyphs.length > 0 || page.drawn > 0);
  if (written.length > 0 && written.every(isScan)) throw unreadable('scanned');
  const characters = pages.reduce((sum, { glyphs }) => sum + glyphs.length, 0);
  const unknown = pages.reduce((sum, page) => sum + page.unknown, 0);
  if (characters > 0 && unknown > UNKNOWN_SHARE * characters) {
    throw unreadable('scanned', {
      zh: '字体没有文字编码',
      en: 'the fonts do not tell which characters they show',
    });
  }
};
