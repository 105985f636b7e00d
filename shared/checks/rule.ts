import type { Message } from '../document/rejection.ts';
import type { Report } from '../report/report.ts';
import type { Arithmetic } from './arithmetic/arithmetic.ts';
import type { ClaimsByMetric } from './narrative/claims-of.ts';
import type { Operand, OutcomeValue, Severity } from './outcome.ts';
import type { Sketch } from './sketch.ts';
import type { ValuesByTable } from './values/figures-in.ts';

/** What went wrong with one subject: a finding without what the rule already says of itself. */
export interface Problem {
  readonly message: Message;
  readonly operands: readonly Operand[];
  readonly expected?: number | string | null;
  readonly actual?: number | string | null;
  /** Milder or graver than the rule's own severity, e.g. `info` for a narrower scope. */
  readonly severity?: Severity;
}

/** What a rule says of one subject of one report. */
export interface Judgement {
  readonly outcome: OutcomeValue;
  /** The rules that settle the blanks this outcome rests on. */
  readonly settledBy?: readonly string[];
  /** At least one for `fail`; a note of severity `info` may also go with another outcome. */
  readonly problems?: readonly Problem[];
}

/** What is known of a report beside the report itself; computed once for all rules. */
export interface CheckContext {
  readonly arithmetic: Arithmetic;
  readonly values: ValuesByTable;
  readonly claims: ClaimsByMetric;
}

/** A case that the rule's page prints and its test runs. */
export interface Example {
  readonly says: Message;
  readonly report: Sketch;
  readonly subject: string;
  readonly outcome: OutcomeValue;
}

/** One rule of the catalogue, as data and prose. `docs/rules.md` is generated from it. */
export interface Rule {
  /** `category/name`. */
  readonly id: string;
  readonly severity: Severity;
  /** What holds when the rule holds, as a short heading. */
  readonly title: Message;
  /** Why it must hold, in a sentence or two. */
  readonly why: Message;
  /** The clause it rests on. */
  readonly clause: Message;
  /** What the rule makes of a blank, or of what the document does not say. */
  readonly blank: Message;
  /** Every subject it ever judges, of both templates: an outcome is reported for each. */
  readonly subjects: readonly string[];
  /** Pure; called once for every subject. */
  readonly judge: (report: Report, subject: string, context: CheckContext) => Judgement;
  /** At least one that holds, one that fails, and one that cannot be decided where that can happen. */
  readonly examples: readonly Example[];
}

export const PASS: Judgement = { outcome: 'pass' };
export const UNKNOWN: Judgement = { outcome: 'unknown' };
export const NOT_APPLICABLE: Judgement = { outcome: 'notApplicable' };

/** A failed judgement with one problem. */
export const failed = (problem: Problem): Judgement => ({ outcome: 'fail', problems: [problem] });
