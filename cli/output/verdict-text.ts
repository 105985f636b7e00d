import type { Verdict } from '../../shared/checks/examination.ts';
import { VERDICT_NAMES } from '../../shared/checks/verdict-names.ts';
import type { Language } from './language.ts';
import type { Style } from './style.ts';

const LOOKS: Readonly<Record<Verdict, { readonly mark: string; readonly style: keyof Style }>> = {
  consistent: { mark: '✓', style: 'green' },
  inconsistent: { mark: '✗', style: 'red' },
  incomplete: { mark: '?', style: 'yellow' },
  rejected: { mark: '!', style: 'red' },
};

/** A verdict as it stands at a terminal: mark, name and what follows it, in its colour. */
export const verdictText = (verdict: Verdict, style: Style, language: Language, behind = ''): string => {
  const look = LOOKS[verdict];
  return style[look.style](`${look.mark} ${VERDICT_NAMES[verdict][language]}${behind}`);
};
