import { withHistory } from '../../shared/checks/history/with-history.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { recordAgency, recordYear, UNDATED } from '../../shared/records/identity.ts';
import { fileName } from '../../shared/records/object-version.ts';
import type { ObjectOutcome } from '../../shared/records/stored-record.ts';
import { reportOf } from '../process-report/year-before.ts';
import type { Proposal } from './recheck-stored.ts';
import { reportChange } from './report-change.ts';
import type { Services } from './services.ts';

/** What reading the original again changes; undefined when the original is gone or is too large to be read. */
export const rereadSource = async (
  { reader, archive, examine, ruleSet, reading }: Services,
  stored: ObjectOutcome,
): Promise<Proposal | undefined> => {
  const { object, agency, year, document } = stored;
  const fetched = await archive.fetch(object, LIMITS.fileBytes.limit);
  if (fetched.kind !== 'bytes') return undefined;
  const name = fileName(object);
  const alone = await examine(fetched.bytes, name);
  const key = alone.report && {
    agency: recordAgency(alone.report, object),
    year: recordYear(alone.report),
  };
  const previous = key && key.year > 0 ? await reader.current(key.agency, key.year - 1) : undefined;
  const after = withHistory(alone, previous && (await reportOf(archive, previous)));
  const before = document
    ? await archive.examined(document)
    : { verdict: stored.verdict, findings: [], ...(stored.reason && { reason: stored.reason }) };
  const moves = key !== undefined && (key.agency !== agency || key.year !== year);
  const due = reading > (stored.reading ?? 1) || ruleSet > stored.ruleSet;
  const change = reportChange({ stored, name, before, after, ruleSet, due });
  return {
    change: moves
      ? {
          ...change,
          changed: true,
          movesTo: { agency: key.agency, year: key.year === UNDATED ? null : key.year },
        }
      : // What was and is no report has nothing that newer rules could change.
        { ...change, due: due && (change.changed || agency !== undefined) },
    order: { order: 'reread', object },
  };
};
