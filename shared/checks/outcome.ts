import type { Place } from '../document/document.ts';
import type { Message } from '../document/rejection.ts';

export type OutcomeValue = 'pass' | 'fail' | 'unknown' | 'notApplicable';
export type Severity = 'error' | 'warning' | 'info';

/** What a rule says of one subject. Every rule reports one for every subject, so that none silently never ran. */
export interface Outcome {
  readonly rule: string;
  readonly subject: string;
  readonly outcome: OutcomeValue;
  /** The rules that settle the blanks this outcome rests on, where blanks were settled by arithmetic. */
  readonly settledBy?: readonly string[];
}

export interface Operand {
  /** A figure id; or `claim`, the metric of a narrative claim. */
  readonly figure?: string;
  readonly claim?: string;
  readonly value: number | null;
  readonly at?: Place;
  /** The year of the report that the figure stands in, where that is not the report the finding is about. */
  readonly year?: number;
  /** The clause of a claim as printed. */
  readonly quote?: string;
}

/** One cell of a repair: what is printed and what would make every relation of the table hold. */
export interface Change {
  readonly figure: string;
  readonly from: number | null;
  readonly to: number;
}

/** Links the findings that one slip explains. */
export interface Cause {
  readonly id: string;
  /** All smallest sets of changed cells, best first. */
  readonly repairs: readonly (readonly Change[])[];
  readonly unique: boolean;
  readonly kind: string;
  /** False when the search ended at its work limit. */
  readonly complete?: boolean;
  readonly message?: Message;
  /** Claims of the narrative that the best repair agrees with. */
  readonly supportedBy?: readonly Operand[];
}

/** A failed outcome explained. Data, not an exception. */
export interface Finding {
  readonly rule: string;
  readonly subject: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly operands: readonly Operand[];
  readonly expected?: number | string | null;
  readonly actual?: number | string | null;
  readonly cause?: Cause;
}
