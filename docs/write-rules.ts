import { writeFileSync } from 'node:fs';
import { RULES } from '../shared/checks/catalogue.ts';
import { HISTORY_RULES } from '../shared/checks/history/history-rules.ts';
import { rulesPage } from '../shared/checks/page/rules-page.ts';

/** Writes docs/rules.md from the rules' own files. */
writeFileSync(new URL('rules.md', import.meta.url), rulesPage([...RULES, ...HISTORY_RULES]));
