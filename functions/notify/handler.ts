import { build } from './build.ts';

/** Called by AWS with each batch of a channel's queue; built once on a cold start. */
export const handler = build(process.env);
