/**
 * Waits for pieces of work done at the same time, all of them also when one fails: nothing is left running behind a
 * message that goes back.
 *
 * @throws the fault of the first that failed, in the order given
 */
export const allDone = async <Results extends readonly unknown[]>(
  work: readonly [...{ [Index in keyof Results]: Promise<Results[Index]> }],
): Promise<Results> => {
  await Promise.allSettled(work);
  return (await Promise.all(work)) as unknown as Results;
};
