import type { Examination } from '../checks/examination.ts';
import type { Finding } from '../checks/outcome.ts';
import { figureName } from '../report/templates/figure-list.ts';
import { basisId, readingOf } from './check-identity.ts';
import { fingerprint } from './fingerprint.ts';
import { objectId, recordAgency, recordYear, versionOf } from './identity.ts';
import type { ObjectVersion } from './object-version.ts';
import type { CauseSummary, FindingSummary, StoredRecord } from './stored-record.ts';
import { withinItem } from './within-item.ts';

const CHANGES = 8;
const MESSAGE_CHARACTERS = 300;
const NAME_CHARACTERS = 300;

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** Half of a character is no text: services refuse it, or make another character of it. */
const CUT_WITHIN = /[\ud800-\udbff]$/;

/** At most so many code units of UTF-16, the last one an ellipsis where something was cut. */
const clip = (text: string, units: number): string =>
  text.length <= units ? text : `${text.slice(0, units - 1).replace(CUT_WITHIN, '')}…`;

const clipMessage = ({ zh, en }: { zh: string; en: string }) => ({
  zh: clip(zh, MESSAGE_CHARACTERS),
  en: clip(en, MESSAGE_CHARACTERS),
});

const count = <Key extends string>(keys: Iterable<Key>): Partial<Record<Key, number>> => {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

const clipValue = (value: number | string | null): number | string | null =>
  typeof value === 'string' ? clip(value, 100) : value;

const summarizeFinding = (finding: Finding): FindingSummary => ({
  rule: finding.rule,
  subject: clip(finding.subject, 100),
  severity: finding.severity,
  message: clipMessage(finding.message),
  ...(finding.expected !== undefined && { expected: clipValue(finding.expected) }),
  ...(finding.actual !== undefined && { actual: clipValue(finding.actual) }),
  ...(finding.cause && { cause: finding.cause.id }),
  fingerprint: fingerprint(finding),
});

const summarizeCauses = (findings: readonly Finding[]): CauseSummary[] => {
  const causes = new Map(findings.flatMap(({ cause }) => (cause ? [[cause.id, cause] as const] : [])));
  return [...causes.values()].map((cause) => ({
    id: cause.id,
    kind: cause.kind,
    unique: cause.unique,
    ...(cause.message && { message: clipMessage(cause.message) }),
    repair: (cause.repairs[0] ?? []).slice(0, CHANGES).map((change) => {
      const name = figureName(change.figure);
      return { ...change, ...(name && { row: name.row, column: name.column }) };
    }),
  }));
};

/** What else a check rests on, and whether the upload had been checked before. */
export type CheckDetails = Pick<StoredRecord, 'reading' | 'basis' | 'recheck'>;

/** Two workers that hold one upload against different years before must not write over each other. */
const documentKey = (object: ObjectVersion, ruleSet: number, { reading, basis }: CheckDetails): string => {
  const against = basis ? `-${basisId(basis)}` : '';
  return `records/${objectId(object)}/${readingOf({ version: versionOf(object), reading })}-${ruleSet}${against}.json`;
};

/**
 * The record of one examined upload.
 *
 * @param examination what the checks say of the bytes
 * @param object where the bytes came from
 * @param ruleSet version of the rules that were applied
 * @param now ISO 8601 in UTC
 * @param details what the check rests on besides upload and rules
 */
export const toRecord = (
  examination: Examination,
  object: ObjectVersion,
  ruleSet: number,
  now: string,
  details: CheckDetails = {},
): StoredRecord => {
  const { report, source, outcomes, verdict } = examination;
  const version = versionOf(object);
  const findings = SEVERITIES.flatMap((severity) =>
    examination.findings.filter((finding) => finding.severity === severity),
  );
  const rest = {
    ...(report && {
      agency: recordAgency(report, object),
      statedAgency: report.agency === null ? null : clip(report.agency, NAME_CHARACTERS),
      year: recordYear(report),
      template: report.template,
    }),
    verdict,
    ...(examination.reason && { reason: examination.reason }),
    ...(examination.message && { message: clipMessage(examination.message) }),
    version,
    ruleSet,
    ...details,
    object,
    source: {
      name: clip(source.name, NAME_CHARACTERS),
      ...(source.format && { format: source.format }),
      ...(source.encoding && { encoding: source.encoding }),
      bytes: source.bytes,
      ...(source.sha256 && { sha256: source.sha256 }),
    },
    counts: {
      figures: report ? count(Object.values(report.figures).map(({ state }) => state)) : {},
      outcomes: count(outcomes.map(({ outcome }) => outcome)),
      findings: { error: 0, warning: 0, info: 0, ...count(findings.map(({ severity }) => severity)) },
    },
    document: documentKey(object, ruleSet, details),
    recordedAt: now,
  };
  return withinItem(rest, findings.map(summarizeFinding), summarizeCauses(findings));
};
