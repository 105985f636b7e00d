import type { Message } from '../document/rejection.ts';
import type { Severity } from './outcome.ts';

/** What people call the severities. */
export const SEVERITY_NAMES: Readonly<Record<Severity, Message>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};
