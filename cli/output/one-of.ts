import { UsageError } from '../usage-error.ts';

/**
 * One of a few words. Throws a UsageError that lists them.
 *
 * @param name what is given so: an option with its dashes, or a word for people
 */
export const oneOf = <T extends string>(name: string, value: string, allowed: readonly T[]): T => {
  const found = allowed.find((item) => item === value);
  if (found === undefined) throw new UsageError(`${name}: ${value}（可用 one of: ${allowed.join(', ')}）`);
  return found;
};
