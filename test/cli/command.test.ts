import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { BIN, gouji } from './gouji.ts';

const COMMANDS = ['check', 'review', 'recheck', 'upload', 'reconcile', 'redrive'];

test('the help of every command is found either way', async () => {
  const { stdout: list } = await gouji(['--help']);
  for (const name of COMMANDS) {
    expect(list).toContain(`  ${name} `);
    const [asked, helped] = await Promise.all([gouji([name, '--help']), gouji(['help', name])]);
    expect(asked.stdout).toContain(`gouji ${name}`);
    expect(helped).toEqual(asked);
    expect(helped.status).toBe(0);
  }
});

test('help of a command that is none is refused', async () => {
  const { status, stderr } = await gouji(['help', 'foo']);
  expect([status, stderr]).toEqual([2, expect.stringContaining('no such command: foo')]);
});

test('an output that takes nothing is told of in one line, and is not taken for a finding', () => {
  const output = openSync('package.json', 'r');
  try {
    for (const args of [['check', 'test/reports/000_20cb44e099b31046.txt'], ['--help']]) {
      const ran = spawnSync(process.execPath, [BIN, ...args], {
        stdio: ['ignore', output, 'pipe'],
        encoding: 'utf8',
      });
      expect([ran.status, ran.stderr]).toEqual([
        2,
        expect.stringMatching(/^gouji: 无法输出 cannot write: .*\n$/),
      ]);
    }
  } finally {
    closeSync(output);
  }
});

test('a user whom the system has no name for is asked for one', async () => {
  const nameless =
    "import os from 'node:os'; import { syncBuiltinESMExports } from 'node:module';" +
    "os.userInfo = () => { throw new Error('ENOENT'); }; syncBuiltinESMExports();";
  const { status, stderr } = await gouji(['review', 'confirm', '某局', '2024', 'ffff'], {
    env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(nameless)}` },
  });
  expect([status, stderr]).toEqual([2, expect.stringContaining('--by')]);
});
