import { writeFileSync } from 'node:fs';
import { eventJsonSchemas } from '../../shared/events/json-schemas.ts';

/** Writes the JSON Schema of every event beside this file: `npx tsx docs/events/generate.ts`. */
for (const [name, text] of Object.entries(eventJsonSchemas()))
  writeFileSync(new URL(name, import.meta.url), text);
