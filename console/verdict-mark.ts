import type { Verdict } from '../shared/checks/examination.ts';
import { VERDICT_NAMES } from '../shared/checks/verdict-names.ts';
import { type Html, html } from './html.ts';

/** A verdict in its colour, by the name that people call it. */
export const verdictMark = (verdict: Verdict): Html =>
  html`<span class="verdict ${verdict}">${VERDICT_NAMES[verdict].zh}</span>`;
