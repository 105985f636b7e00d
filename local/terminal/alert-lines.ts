import type { Style } from '../../cli/output/style.ts';
import type { Alert } from '../alerts/alert.ts';
import { reportName } from './verdict-line.ts';

/** Findings shown of one alert; the link leads to the others. */
const SHOWN = 3;

/** An alert for people: which report, each cause in one sentence, the first findings, the link. */
export const alertLines = (alert: Alert, style: Style): string => {
  if ('text' in alert) return `${style.red('▲ 告警')}  ${alert.text}`;
  const { event } = alert;
  const head = (text: string): string => `${style.red(style.bold('▲ 告警'))}  ${style.bold(text)}`;
  const link = `    ${style.cyan(event.data.link)}`;
  if (event.type === 'report.rejected.v1') {
    return [head(`${event.data.object.key} 无法读取`), `    ${event.data.message.zh}`, link].join('\n');
  }
  const name = reportName(event.data.agency, event.data.year);
  if (event.type !== 'report.inconsistent.v1') return [head(`${name} ${event.type}`), link].join('\n');
  const { findings, causes, counts } = event.data;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const reasons = causes.flatMap(({ message }) => (message ? [`    ${message.zh}`] : []));
  const shown = errors.slice(0, SHOWN).map(({ message }) => `    · ${message.zh}`);
  const more = counts.error > shown.length ? [style.dim(`    · 另有 ${counts.error - shown.length} 处`)] : [];
  return [head(`${name} 勾稽不符，${counts.error}处错误`), ...reasons, ...shown, ...more, link].join('\n');
};
