/** Any number serves: what counts is that a commit is judged by the same cases on every machine. */
const SAME_SEED = 20_240_131;

/** How many times the usual number of cases is tried: a test that states its time limit states it for one. */
export const manifold = Number(process.env.CASES_MANIFOLD ?? 1);

/**
 * How a property test tries its cases: the same ones on every run, so that a failure is the commit's own. New ones,
 * and more of them, are tried by `npm run explore`; what that finds becomes a case of its own.
 *
 * @param usual how many cases a usual run tries
 */
export const cases = (usual: number): { numRuns: number; seed: number } => ({
  numRuns: usual * manifold,
  seed: Number(process.env.CASES_SEED ?? SAME_SEED),
});
