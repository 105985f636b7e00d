import { check } from '../../../shared/checks/check.ts';
import { mutationTable, runMutations } from './run-mutations.ts';
import { SOUND_REPORTS, soundReports } from './sound-reports.ts';

const TIMES = 1000;
const SEED = 1;

/** Prints the table of mutations; the number of slips missed, false alarms and true repairs not offered. */
export const printMutations = async (): Promise<number> => {
  const reports = soundReports();
  const before = reports.reduce((sum, report) => sum + check(report).findings.length, 0);
  const rows = runMutations(reports, TIMES, SEED);
  console.log(`${SOUND_REPORTS.length} reports, up to ${TIMES} slips of each kind, seed ${SEED}.`);
  console.log(`Findings without a slip: ${before}.\n`);
  console.log(mutationTable(rows));
  return rows.reduce(
    (sum, row) => sum + row.visible - row.found + row.falseAlarms + row.smallest - row.offered,
    before,
  );
};
