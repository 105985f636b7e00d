import type { Report } from '../../../shared/report/report.ts';
import { truthReport } from '../truth-report.ts';

/** Real reports whose every cell is known and whose arithmetic holds. */
export const SOUND_REPORTS = [
  'seed-000',
  'seed-002',
  'seed-003',
  '03-huaian-2024',
  '05-shuyang-2025',
  '09-hangzhou-figures-2025',
  '10a-pingtan-2019',
  '10d-pingtan-2022',
] as const;

export const soundReports = (): Report[] => SOUND_REPORTS.map(truthReport);
