import { build } from './build.ts';

/** Called by AWS with each request for a page of re-checks; built once on a cold start. */
export const handler = build(process.env);
