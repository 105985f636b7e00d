import type { Address } from './addresses.ts';
import type { LocalOptions } from './local.ts';
import type { RepeatedUploads } from './repeated-uploads.ts';
import type { Credentials } from './s3/signature/signing-key.ts';
import type { Stops } from './stops.ts';
import type { Plan } from './template/plan.ts';

/** What every part of one machine is started with. */
export interface Setup {
  /** Data folder, absolute. */
  readonly data: string;
  readonly options: LocalOptions;
  readonly plan: Plan;
  readonly credentials: Credentials;
  readonly addresses: { readonly api: Address; readonly s3: Address; readonly services: Address };
  readonly stops: Stops;
  /** Finds uploads that no event tells of. */
  readonly repeats: RepeatedUploads;
  /** Tells of a fault in a part of the machine. */
  readonly onFault: (where: string) => (error: unknown) => void;
}
