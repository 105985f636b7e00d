import * as z from 'zod';
import { EVENT_SCHEMAS, type EventType } from './catalogue.ts';
import { dataSchemaUri } from './cloud-event.ts';

/** The JSON Schema of every event, by the name of its file in `docs/events`. */
export const eventJsonSchemas = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(EVENT_SCHEMAS).map(([type, schema]) => [
      `${type}.schema.json`,
      `${JSON.stringify(
        { $id: dataSchemaUri(type as EventType), title: type, ...z.toJSONSchema(schema, { io: 'input' }) },
        null,
        2,
      )}\n`,
    ]),
  );
