import { build } from './build.ts';

/** Called by AWS with each request of the read API; built once on a cold start. */
export const handler = build(process.env);
