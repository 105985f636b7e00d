import { examineHere } from './examine-here.ts';
import type { Cost } from './examined.ts';

/** Examines what the parent sends, one file at a time, so that a crash, a hang or a flood of memory ends here. */
process.on('message', async ({ bytes, name }: { bytes: string; name: string }) => {
  const start = process.cpuUsage();
  let cost: Cost = { milliseconds: 0, megabytes: 0 };
  const examined = await examineHere(Buffer.from(bytes, 'base64'), name, () => {
    const { user, system } = process.cpuUsage(start);
    cost = { milliseconds: (user + system) / 1000, megabytes: process.resourceUsage().maxRSS / 1024 };
  });
  process.send!({ examined, cost });
});
process.on('disconnect', () => process.exit());
