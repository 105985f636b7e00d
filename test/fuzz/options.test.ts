import { optionsOf, USAGE } from './options.ts';

describe('the options of the fuzz command', () => {
  test('without any it goes on for a minute over all formats from seed 1', () => {
    expect(optionsOf([])).toEqual({
      format: undefined,
      seed: 1,
      runs: Number.POSITIVE_INFINITY,
      seconds: 60,
      patience: 1,
      keep: false,
      help: false,
    });
  });

  test('a number of runs lifts the bound in time', () => {
    expect(optionsOf(['--runs', '5'])).toMatchObject({ runs: 5, seconds: Number.POSITIVE_INFINITY });
    expect(optionsOf(['--runs', '5', '--seconds', '3'])).toMatchObject({ runs: 5, seconds: 3 });
  });

  test.each([
    [['--seed', 'x'], /--seed .* x/],
    [['--seconds', '-1'], /--seconds/],
    [['--format', 'wps'], /wps/],
    [['--what'], /--what/],
    [['docx'], /docx/],
  ])('%j is answered with what is wrong', (args, words) => {
    expect(optionsOf(args)).toEqual({ problem: expect.stringMatching(words) });
  });

  test('every option is explained', () => {
    for (const name of ['seconds', 'runs', 'format', 'seed', 'patience', 'keep', 'help']) {
      expect(USAGE).toContain(`--${name}`);
    }
  });
});
