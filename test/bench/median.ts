/** The middle of the measurements: these machines are noisy, so nothing else is quoted. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Milliseconds with as many digits as mean something. */
export const milliseconds = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));
