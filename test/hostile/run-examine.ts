import { readFileSync } from 'node:fs';
import { examine } from '../../shared/checks/examine.ts';

/**
 * Examines one file in a process of its own and prints what came of it, with the time it took, the processor time
 * and the most memory the process ever held. Started by tests that measure; a warm-up loads the code first.
 */
const [path, name] = process.argv.slice(2) as [string, string];
await examine(new TextEncoder().encode('一、总体情况'), 'warm.txt');
await examine(new TextEncoder().encode('<p>一、总体情况</p>'), 'warm.html');
const bytes = new Uint8Array(readFileSync(path));
const start = process.cpuUsage();
const { verdict, reason, message } = await examine(bytes, name);
const { user, system } = process.cpuUsage(start);
console.log(
  JSON.stringify({
    verdict,
    reason,
    message,
    processorMilliseconds: (user + system) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
