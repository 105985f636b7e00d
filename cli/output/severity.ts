import type { Severity } from '../../shared/checks/outcome.ts';
import { SEVERITY_NAMES } from '../../shared/checks/severity-names.ts';
import type { Language } from './language.ts';
import type { Style } from './style.ts';

const STYLES: Readonly<Record<Severity, keyof Style>> = { error: 'red', warning: 'yellow', info: 'cyan' };

/** A severity in words and colour. */
export const severityText = (severity: Severity, style: Style, language: Language): string =>
  style[STYLES[severity]](SEVERITY_NAMES[severity][language]);
