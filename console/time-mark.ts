import { type Html, html } from './html.ts';

/** China has one time, eight hours ahead of UTC all year. */
const AHEAD = 8 * 60 * 60 * 1000;

/** A moment as people in China read it, to the minute. @param iso ISO 8601 */
export const timeMark = (iso: string): Html => {
  const shown = new Date(Date.parse(iso) + AHEAD).toISOString().slice(0, 16).replace('T', ' ');
  return html`<time datetime="${iso}">${shown}</time>`;
};
