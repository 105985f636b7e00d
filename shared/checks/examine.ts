import { createHash } from 'node:crypto';
import { read } from '../document/read.ts';
import { understand } from '../report/understand.ts';
import { check } from './check.ts';
import type { Examination, Source } from './examination.ts';

/**
 * Everything Gouji says about one file: bytes are read, understood and checked. A bad document is a result (verdict
 * `rejected`), never an exception; what is thrown is a fault of the program.
 *
 * `name` is the file's name as given, without its folder; it is shown, and tells the year only where the document
 * does not.
 */
export const examine = async (bytes: Uint8Array, name: string): Promise<Examination> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known: Source = { name, bytes: bytes.length, sha256 };
  const result = await read(bytes, name);
  if (!result.ok) {
    return { source: known, verdict: 'rejected', outcomes: [], findings: [], ...result.rejection };
  }
  const { format, encoding } = result.document;
  const source: Source = { ...known, format, ...(encoding && { encoding }) };
  const understood = understand(result.document, name);
  if (!understood.ok) {
    return { source, verdict: 'rejected', outcomes: [], findings: [], ...understood.rejection };
  }
  const { report } = understood;
  return { source, report, ...check(report) };
};
