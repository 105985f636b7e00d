import type { Route } from '../http/route.ts';
import { compareVersions } from './routes/compare-versions.ts';
import { getAgency } from './routes/get-agency.ts';
import { getDocument } from './routes/get-document.ts';
import { getFigures, getFiguresCsv } from './routes/get-figures.ts';
import { getFindings } from './routes/get-findings.ts';
import { getHome } from './routes/get-home.ts';
import { getOpenApi } from './routes/get-openapi.ts';
import { getOriginal } from './routes/get-original.ts';
import { getOutcomes } from './routes/get-outcomes.ts';
import { getReport } from './routes/get-report.ts';
import { getTotals } from './routes/get-totals.ts';
import { getUpload } from './routes/get-upload.ts';
import { listReports } from './routes/list-reports.ts';
import { listReviews } from './routes/list-reviews.ts';
import { listRules } from './routes/list-rules.ts';
import { listVersions } from './routes/list-versions.ts';
import type { Services } from './services.ts';

/** Every route that reads: the gateway, the OpenAPI document and the function itself come from this list. */
export const READ_ROUTES: readonly Route<Services>[] = [
  listReports,
  getReport,
  getDocument,
  getFigures,
  getFiguresCsv,
  getOutcomes,
  getFindings,
  listReviews,
  listVersions,
  compareVersions,
  getOriginal,
  getAgency,
  getTotals,
  listRules,
  getUpload,
  getOpenApi,
  getHome,
];
