/** Milliseconds spent by stage. */
export type Stages = Readonly<Record<string, number>>;

/** Measures named stages of a piece of work; stages that come again add up. */
export const stopwatch = () => {
  const stages: Record<string, number> = {};
  const lap = async <Result>(stage: string, work: Promise<Result>): Promise<Result> => {
    const start = performance.now();
    try {
      return await work;
    } finally {
      stages[stage] = (stages[stage] ?? 0) + performance.now() - start;
    }
  };
  return { lap, stages };
};
