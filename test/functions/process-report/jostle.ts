import { setImmediate, setTimeout } from 'node:timers/promises';
import fc from 'fast-check';

/** Milliseconds for which workers step aside, one after the other. */
export const pauses = fc.infiniteStream(fc.constantFrom(0, 0, 1, 3));

/** Lets workers pass each other wherever it is awaited. One alone has nobody to wait for. */
export const jostle = (stream: fc.Stream<number>, workers: number) => async (): Promise<void> => {
  const milliseconds = stream.next().value ?? 0;
  await (workers > 1 && milliseconds > 0 ? setTimeout(milliseconds) : setImmediate());
};
