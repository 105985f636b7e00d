import type { Report } from '../report/report.ts';
import type { Arithmetic } from './arithmetic/arithmetic.ts';
import type { Deduction } from './arithmetic/deduction.ts';
import { RULES } from './catalogue.ts';
import { findCauses } from './cause/causes.ts';
import { withCauses } from './cause/with-causes.ts';
import { contextOf } from './context.ts';
import type { Verdict } from './examination.ts';
import type { Finding, Outcome } from './outcome.ts';
import type { Judgement, Rule } from './rule.ts';
import { verdictOf } from './verdict.ts';

export interface CheckResult {
  readonly outcomes: readonly Outcome[];
  readonly findings: readonly Finding[];
  readonly verdict: Exclude<Verdict, 'rejected'>;
  /** The blanks that arithmetic settles; the report itself keeps them blank. */
  readonly deductions: readonly Deduction[];
}

const outcomeOf = (rule: Rule, subject: string, { outcome, settledBy }: Judgement): Outcome =>
  settledBy ? { rule: rule.id, subject, outcome, settledBy } : { rule: rule.id, subject, outcome };

/** A figure that the document does not have is never said to have been settled. */
const blanksSettled = ({ figures }: Report, { deductions }: Arithmetic): Deduction[] =>
  [...deductions.values()].filter(({ figure }) =>
    ['blank', 'notApplicable'].includes(figures[figure]?.state ?? 'missing'),
  );

/** Runs every rule over every subject of the catalogue. Pure; never throws for anything a report may hold. */
export const check = (report: Report): CheckResult => {
  const context = contextOf(report);
  const { arithmetic } = context;
  const outcomes: Outcome[] = [];
  const findings: Finding[] = [];
  for (const rule of RULES) {
    for (const subject of rule.subjects) {
      const judgement = rule.judge(report, subject, context);
      outcomes.push(outcomeOf(rule, subject, judgement));
      judgement.problems?.forEach((problem) => {
        findings.push({ rule: rule.id, subject, severity: rule.severity, ...problem });
      });
    }
  }
  return {
    outcomes,
    findings: withCauses(findings, findCauses(report, arithmetic), arithmetic),
    verdict: verdictOf(findings, arithmetic),
    deductions: blanksSettled(report, arithmetic),
  };
};
