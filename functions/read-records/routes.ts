import type { Route } from '../http/route.ts';
import { getFindings } from './routes/get-findings.ts';
import { getReport } from './routes/get-report.ts';
import { listReports } from './routes/list-reports.ts';
import type { Services } from './services.ts';

/** Every route that reads: the gateway, the OpenAPI document and the function itself come from this list. */
export const READ_ROUTES: readonly Route<Services>[] = [listReports, getReport, getFindings];
