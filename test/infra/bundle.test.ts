import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../../infra/bundle.ts';

let folder: string;
beforeAll(() => {
  mkdirSync('dist', { recursive: true });
  folder = mkdtempSync('dist/bundle-');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the bundle of process-report stays under 1 MB without the engine that reads PDF', () => {
  const outdir = join(folder, 'process-report');
  bundle('functions/process-report/handler.ts', outdir);
  const bytes = readdirSync(outdir)
    .filter((name) => !/^dist-|\.wasm$/.test(name))
    .reduce((total, name) => total + statSync(join(outdir, name)).size, 0);
  expect(bytes).toBeLessThan(1_000_000);
});

test('a bundle reads a text report and a PDF in a fresh process, far from its packages', () => {
  const outdir = join(folder, 'examine');
  bundle('shared/checks/examine.ts', outdir);
  const script = `
    import { readFileSync } from 'node:fs';
    import { examine } from ${JSON.stringify(join(process.cwd(), outdir, 'handler.mjs'))};
    for (const name of ['001_c76baea7d958f164.txt', 'f1-official-2021.pdf']) {
      const { verdict, source } = await examine(readFileSync('test/reports/' + name), name);
      console.log(source.format, verdict);
    }`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  });
  expect(output.trim().split('\n')).toEqual(['text inconsistent', expect.stringMatching(/^pdf /)]);
});
