import { hash } from 'node:crypto';
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
  const sha256 = hash('sha256', bytes, 'hex');
  const known: Source = { name, bytes: bytes.length, sha256 };
  const result = await read(bytes, name);
  if (!result.ok) {
    return { source: known, verdict: 'rejected', outcomes: [], findings: [], ...result.rejection };
  }
  const { format, encoding } = result.document;
  const source: Source = encoding ? { ...known, format, encoding } : { ...known, format };
  const understood = understand(result.document, name);
  if (!understood.ok) {
    return { source, verdict: 'rejected', outcomes: [], findings: [], ...understood.rejection };
  }
  const { report } = understood;
  const { outcomes, findings, verdict, deductions } = check(report);
  return { source, report, outcomes, findings, verdict, deductions };
};
