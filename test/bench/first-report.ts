import { readFileSync } from 'node:fs';
import { examine } from '../../shared/checks/examine.ts';

/** Bundled like the function and run in a fresh process: loads the handler, then reads a first report. */
const loaded = performance.now();
await import('../../functions/process-report/handler.ts');
const ready = performance.now();
const [file] = process.argv.slice(2);
const { verdict } = await examine(readFileSync(file!), 'report.txt');
const done = performance.now();
process.stdout.write(JSON.stringify({ verdict, load: ready - loaded, read: done - ready, total: done }));
