import * as z from 'zod';

export const EVENT_SOURCE = 'gouji';

/** Where the JSON Schema of an event type is named; the files lie in `docs/events`. */
export const dataSchemaUri = <Type extends string>(type: Type): `urn:gouji:events:${Type}` =>
  `urn:gouji:events:${type}`;

/**
 * CloudEvents 1.0: "id … Producers MUST ensure that source + id is unique for each distinct event. If a duplicate
 * event is re-sent … it MAY have the same id. Consumers MAY assume that Events with identical source and id are
 * duplicates."
 */
export const cloudEvent = <Type extends string, Data extends z.ZodType>(type: Type, data: Data) =>
  z.object({
    specversion: z.literal('1.0'),
    id: z.string().min(1).describe('The same whenever the same work is announced again'),
    source: z.literal(EVENT_SOURCE),
    type: z.literal(type),
    time: z.iso.datetime().describe('When the version was first recorded'),
    subject: z.string().min(1).describe('Path of the record, or of the object when it was rejected'),
    datacontenttype: z.literal('application/json'),
    dataschema: z.literal(dataSchemaUri(type)),
    data,
  });
