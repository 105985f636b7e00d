import { build } from './build.ts';

/** Called by AWS with each review; built once on a cold start. */
export const handler = build(process.env);
