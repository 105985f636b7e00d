import type { Format } from '../document/document.ts';
import type { Message, RejectionReason } from '../document/rejection.ts';
import type { Report } from '../report/report.ts';
import type { Deduction } from './arithmetic/deduction.ts';
import type { Finding, Outcome } from './outcome.ts';

export const VERDICTS = ['consistent', 'inconsistent', 'incomplete', 'rejected'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What is known of the file itself. `format` is absent when it could not be told. */
export interface Source {
  readonly name: string;
  readonly format?: Format;
  readonly encoding?: string;
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** What Gouji says about one file: one object of the published output. */
export interface Examination {
  readonly source: Source;
  readonly verdict: Verdict;
  /** Absent when rejected. */
  readonly report?: Report;
  readonly outcomes: readonly Outcome[];
  readonly findings: readonly Finding[];
  /** The blanks that arithmetic settles; the report itself keeps them blank. Absent when rejected. */
  readonly deductions?: readonly Deduction[];
  /** Only when rejected. */
  readonly reason?: RejectionReason;
  readonly message?: Message;
}
