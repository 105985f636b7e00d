import { readdirSync, readFileSync } from 'node:fs';
import { examine } from '../../shared/checks/examine.ts';
import { withHistory } from '../../shared/checks/history/with-history.ts';
import { publish } from '../../shared/checks/publish.ts';
import { reExamine } from '../../shared/checks/re-examine.ts';

const FOLDER = 'test/reports';
const NAMES = readdirSync(FOLDER).filter((name) => /\.(txt|html|docx|odt|md)$/.test(name));

test.each(NAMES)('what was kept of %s is checked again to the same end as its bytes', async (name) => {
  const examination = await examine(readFileSync(`${FOLDER}/${name}`), name);
  const kept = JSON.parse(JSON.stringify(publish(withHistory(examination))));
  const again = JSON.parse(JSON.stringify(publish(reExamine(kept))));
  expect(again).toEqual(kept);
});
