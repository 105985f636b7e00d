import { readdirSync, readFileSync } from 'node:fs';
import { EVENT_SCHEMAS, goujiEventSchema } from '../../shared/events/catalogue.ts';
import { eventJsonSchemas } from '../../shared/events/json-schemas.ts';

const schemas = eventJsonSchemas();

test.each(Object.keys(schemas))('the published schema %s is the one that the program uses', (name) => {
  expect(readFileSync(`docs/events/${name}`, 'utf8')).toBe(schemas[name]);
});

test('no schema is published that the program does not use', () => {
  const published = readdirSync('docs/events').filter((name) => name.endsWith('.schema.json'));
  expect(published.sort()).toEqual(Object.keys(schemas).sort());
});

const fixtures = readdirSync('test/events/fixtures');

test.each(fixtures)('an event as it was once sent still parses, and nothing of it is lost: %s', (name) => {
  const event: unknown = JSON.parse(readFileSync(`test/events/fixtures/${name}`, 'utf8'));
  expect(goujiEventSchema.parse(event)).toEqual(event);
});

test('every version of every event has an example', () => {
  const types = new Set(fixtures.map((name) => name.replace(/\.json$/, '')));
  expect([...types].sort()).toEqual(Object.keys(EVENT_SCHEMAS).sort());
});
