import { readFileSync } from 'node:fs';
import { RULES } from '../../shared/checks/catalogue.ts';
import { HISTORY_RULES } from '../../shared/checks/history/history-rules.ts';
import { rulesPage } from '../../shared/checks/page/rules-page.ts';

test('docs/rules.md is what the rules say today (run `npm run docs` when it is not)', () => {
  const written = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
  expect(written === rulesPage([...RULES, ...HISTORY_RULES])).toBe(true);
});

test('every rule has its own id, of the form category/name', () => {
  const ids = [...RULES, ...HISTORY_RULES].map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+\/[a-z-]+$/);
});
