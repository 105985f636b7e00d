/**
 * Works through `items` with at most `width` at once, pulling them only as fast as they are worked off. Stops
 * pulling after the first exception and throws it when what was begun has ended.
 */
export const inParallel = async <T>(
  items: AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const iterator = items[Symbol.asyncIterator]();
  let failed = false;
  const worker = async (): Promise<void> => {
    while (!failed) {
      const { done, value } = await iterator.next();
      if (done) return;
      try {
        await work(value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const results = await Promise.allSettled(Array.from({ length: width }, worker));
  const fault = results.find((result) => result.status === 'rejected');
  if (fault) throw fault.reason;
};
