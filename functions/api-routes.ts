import { UPLOAD_ROUTES } from './accept-uploads/routes.ts';
import type { Route } from './http/route.ts';
import { READ_ROUTES } from './read-records/routes.ts';
import { RECHECK_ROUTES } from './recheck-records/routes.ts';
import { REVIEW_ROUTES } from './record-reviews/routes.ts';

/** Every route of the API by the function that answers it. */
export const API_ROUTES = {
  readRecords: READ_ROUTES as readonly Route<never>[],
  acceptUploads: UPLOAD_ROUTES as readonly Route<never>[],
  recordReviews: REVIEW_ROUTES as readonly Route<never>[],
  recheckRecords: RECHECK_ROUTES as readonly Route<never>[],
} as const;
