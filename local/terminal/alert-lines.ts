import { printable } from '../../cli/output/printable.ts';
import type { Style } from '../../cli/output/style.ts';
import type { Alert } from '../alerts/alert.ts';

/** An alert for people, as the mail tells it: the title, a sentence for each cause, the link. */
export const alertLines = ({ title, text }: Alert, style: Style): string => {
  const lines = text
    .split('\n')
    .filter((line, index) => line !== '' && index > 0)
    .map((line) => `    ${printable(line).replace(/https?:\S+/, (link) => style.cyan(link))}`);
  return [`${style.red(style.bold('▲ 告警'))}  ${style.bold(printable(title))}`, ...lines].join('\n');
};
