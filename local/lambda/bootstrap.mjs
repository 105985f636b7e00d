// The first file of a worker thread: Node 20 cannot load TypeScript, and a thread does not take over the
// loader of the thread that started it.
import { register } from 'tsx/esm/api';

register();
await import('./runtime.ts');
