import { examine } from '../../shared/checks/examine.ts';

/** Examines what the parent sends, one file at a time, so that a crash, a hang or a flood of memory ends here. */
process.on('message', async ({ bytes, name }: { bytes: string; name: string }) => {
  const { verdict, reason, report } = await examine(Buffer.from(bytes, 'base64'), name);
  const figures = Object.entries(report?.figures ?? {}).filter(([, { state }]) => state === 'stated');
  process.send!({
    verdict: reason ?? verdict,
    figures: Object.fromEntries(figures.map(([id, { value, at }]) => [id, { value, at }])),
    megabytes: process.resourceUsage().maxRSS / 1024,
  });
});
process.on('disconnect', () => process.exit());
