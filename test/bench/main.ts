import { parseArgs } from 'node:util';
import { benchCold } from './cold.ts';
import { benchFormats } from './formats.ts';
import { benchManyFiles } from './many-files.ts';
import { benchSystem } from './system.ts';

interface Options {
  /** For `system`: reports that go through the whole chain. */
  readonly reports: number;
}

/** What `npm run bench -- NAME…` can measure; all that needs no long time without a name. */
const BENCHES: Record<string, (options: Options) => Promise<void>> = {
  formats: benchFormats,
  cold: benchCold,
  files: benchManyFiles,
  system: benchSystem,
};

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { reports: { type: 'string', default: '10000' } },
});
const unknown = names.find((name) => !(name in BENCHES));
if (unknown !== undefined) {
  console.error(`No such benchmark: ${unknown}. There are: ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 2;
} else {
  for (const name of names.length > 0 ? names : ['formats', 'cold', 'files']) {
    await BENCHES[name]!({ reports: Number(values.reports) });
    console.log();
  }
}
