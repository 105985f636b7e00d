import config from './jest.config.mjs';

// The same tests with new cases and twenty times as many; a failure is repeated with the seed that it prints.
process.env.CASES_SEED ??= String(Date.now() % 2 ** 31);
process.env.CASES_MANIFOLD ??= '20';

export default { ...config, testTimeout: 3_600_000 };
