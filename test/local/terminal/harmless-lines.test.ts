import { styleFor } from '../../../cli/output/style.ts';
import { eventNotice, type ToldEvent } from '../../../functions/notify/notices/event-notice.ts';
import type { BusEvent } from '../../../local/events/event-bus.ts';
import { alertLines } from '../../../local/terminal/alert-lines.ts';
import { faultLine } from '../../../local/terminal/fault-line.ts';
import { verdictLine } from '../../../local/terminal/verdict-line.ts';
import { rejected } from '../../functions/notify/events.ts';

const PLAIN = styleFor(false);
const NAME = 'a\x1b[2J\r✓ 勾稽一致.txt';
const SHOWN = 'a\\x1b[2J\\r✓ 勾稽一致.txt';

test('a name that a terminal would obey is shown in the line of its verdict, in its alert and in its faults', async () => {
  const event = await rejected(NAME);
  const onBus: BusEvent = {
    version: '0',
    id: event.id,
    'detail-type': event.type,
    source: event.source,
    account: '',
    time: event.time,
    region: '',
    resources: [],
    detail: structuredClone(event) as unknown as BusEvent['detail'],
  };
  const { title, lines, id } = eventNotice(event as ToldEvent);
  const text = [title, ...lines].join('\n');
  const told = [
    verdictLine(onBus, PLAIN) ?? '',
    alertLines({ id, time: event.time, title, text, events: [id] }, PLAIN),
    faultLine(`inbox ${NAME}`, new Error('refused')),
  ];
  for (const each of told) {
    expect(each).toContain(SHOWN);
    expect(each.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  }
});
