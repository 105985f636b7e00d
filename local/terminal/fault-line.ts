import { printable } from '../../cli/output/printable.ts';

/** A fault for people: where it came up, and what it says, on as many lines as it says it. */
export const faultLine = (where: string, error: unknown): string => {
  const said = error instanceof Error ? error.message : String(error);
  return `${printable(where)}: ${said.split('\n').map(printable).join('\n')}`;
};
