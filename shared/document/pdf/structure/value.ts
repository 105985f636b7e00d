/** A reference to an indirect object, `12 0 R`. */
export interface Reference {
  readonly object: number;
}

/** Entries by their names without the slash. */
export type Dictionary = ReadonlyMap<string, Value>;

/**
 * An object of ISO 32000 7.3. Names are strings that begin with a slash; the content of strings is never needed
 * and left out as an empty string.
 */
export type Value = number | string | boolean | null | Reference | readonly Value[] | Dictionary;

export const isDictionary = (value: Value | undefined): value is Dictionary => value instanceof Map;

export const isReference = (value: Value | undefined): value is Reference =>
  typeof value === 'object' && value !== null && 'object' in value;

export const isArray = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);
