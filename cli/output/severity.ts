import type { Severity } from '../../shared/checks/outcome.ts';
import type { Language } from './language.ts';
import type { Style } from './style.ts';

const WORDS: Record<Severity, { zh: string; en: string; style: keyof Style }> = {
  error: { zh: '错误', en: 'error', style: 'red' },
  warning: { zh: '提示', en: 'warning', style: 'yellow' },
  info: { zh: '说明', en: 'info', style: 'cyan' },
};

/** A severity in words and colour. */
export const severityText = (severity: Severity, style: Style, language: Language): string =>
  style[WORDS[severity].style](WORDS[severity][language]);
