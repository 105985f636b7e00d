import { benchCold } from './cold.ts';
import { benchFormats } from './formats.ts';
import { benchManyFiles } from './many-files.ts';

/** What `npm run bench -- NAME…` can measure; all that needs no long time without a name. */
const BENCHES: Record<string, () => Promise<void>> = {
  formats: benchFormats,
  cold: benchCold,
  files: benchManyFiles,
};

const names = process.argv.slice(2);
const unknown = names.find((name) => !(name in BENCHES));
if (unknown !== undefined) {
  console.error(`No such benchmark: ${unknown}. There are: ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 2;
} else {
  for (const name of names.length > 0 ? names : ['formats', 'cold', 'files']) {
    await BENCHES[name]!();
    console.log();
  }
}
