import type { Report } from '../report/report.ts';
import { type Arithmetic, solve } from './arithmetic/arithmetic.ts';
import type { Deduction } from './arithmetic/deduction.ts';
import { RULES } from './catalogue.ts';
import { type Causes, findCauses } from './cause/causes.ts';
import type { Verdict } from './examination.ts';
import type { Finding, Outcome } from './outcome.ts';
import { requestsJointFilling } from './requests/joint-filling.ts';
import type { CheckContext, Judgement, Rule } from './rule.ts';
import { verdictOf } from './verdict.ts';

export interface CheckResult {
  readonly outcomes: readonly Outcome[];
  readonly findings: readonly Finding[];
  readonly verdict: Exclude<Verdict, 'rejected'>;
  /** The blanks that arithmetic settles; the report itself keeps them blank. */
  readonly deductions: readonly Deduction[];
}

const outcomeOf = (rule: Rule, subject: string, { outcome, settledBy }: Judgement): Outcome => ({
  rule: rule.id,
  subject,
  outcome,
  ...(settledBy && { settledBy }),
});

const findingsOf = (rule: Rule, subject: string, { problems = [] }: Judgement): Finding[] =>
  problems.map((problem) => ({ rule: rule.id, subject, severity: rule.severity, ...problem }));

/** Gives each failed relation its cause; a joint conflict has the cause of the relations it involves. */
const withCauses = (findings: readonly Finding[], causes: Causes, arithmetic: Arithmetic): Finding[] => {
  const joint = arithmetic.jointConflicts[0]?.relations[0]?.id ?? '';
  return findings.map((finding) => {
    const cause = causes.get(
      finding.rule === requestsJointFilling.id ? joint : `${finding.rule}#${finding.subject}`,
    );
    return cause ? { ...finding, cause } : finding;
  });
};

/** A figure that the document does not have is never said to have been settled. */
const blanksSettled = ({ figures }: Report, { deductions }: Arithmetic): Deduction[] =>
  [...deductions.values()].filter(({ figure }) =>
    ['blank', 'notApplicable'].includes(figures[figure]?.state ?? 'missing'),
  );

/** Runs every rule over every subject of the catalogue. Pure; never throws for anything a report may hold. */
export const check = (report: Report): CheckResult => {
  const arithmetic = solve(report);
  const context: CheckContext = { arithmetic };
  const outcomes: Outcome[] = [];
  const findings: Finding[] = [];
  for (const rule of RULES) {
    for (const subject of rule.subjects) {
      const judgement = rule.judge(report, subject, context);
      outcomes.push(outcomeOf(rule, subject, judgement));
      findings.push(...findingsOf(rule, subject, judgement));
    }
  }
  return {
    outcomes,
    findings: withCauses(findings, findCauses(report, arithmetic), arithmetic),
    verdict: verdictOf(findings, arithmetic),
    deductions: blanksSettled(report, arithmetic),
  };
};
