import type * as z from 'zod';
import { printable } from '../../cli/output/printable.ts';
import type { Style } from '../../cli/output/style.ts';
import { verdictText } from '../../cli/output/verdict-text.ts';
import { SEVERITY_NAMES } from '../../shared/checks/severity-names.ts';
import { goujiEventSchema } from '../../shared/events/catalogue.ts';
import type { BusEvent } from '../events/event-bus.ts';

type GoujiEvent = z.infer<typeof goujiEventSchema>;

/** Agency and year as people say them. */
const reportName = (agency: string, year: number | null): string =>
  `${agency} ${year === null ? '年份不明' : `${year}年`}`;

const detailOf = (event: GoujiEvent): string => {
  if (event.type === 'report.rejected.v1') return event.data.message.zh;
  const { counts } = event.data;
  const told = (['error', 'warning'] as const).filter((severity) => counts[severity] > 0);
  return told.map((severity) => `${counts[severity]}处${SEVERITY_NAMES[severity].zh}`).join('，');
};

/** One line for the verdict that an event tells; nothing for events that tell of no new verdict. */
export const verdictLine = (event: BusEvent, style: Style): string | undefined => {
  const parsed = goujiEventSchema.safeParse(event.detail);
  if (!parsed.success) return undefined;
  const known = parsed.data;
  if (known.type !== 'report.recorded.v1' && known.type !== 'report.rejected.v1') return undefined;
  const name =
    known.type === 'report.rejected.v1'
      ? known.data.object.key
      : reportName(known.data.agency, known.data.year);
  const file = known.type === 'report.rejected.v1' ? '' : known.data.object.key;
  return [
    verdictText(known.data.verdict, style, 'zh'),
    printable(name),
    printable(detailOf(known)),
    style.dim(printable(file)),
  ]
    .filter((part) => part !== '')
    .join('  ');
};
