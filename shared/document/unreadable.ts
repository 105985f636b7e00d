import type { LimitName } from './limits.ts';
import type { ReadResult } from './reader.ts';
import { type Message, type Rejection, type RejectionReason, reject, rejectLimit } from './rejection.ts';

/** Ends the reading of a bad document from any depth; never leaves a reader (see `orRejection`). */
export class Unreadable extends Error {
  readonly rejection: Rejection;

  constructor(rejection: Rejection) {
    super(rejection.message.en);
    this.name = 'Unreadable';
    this.rejection = rejection;
  }
}

export const unreadable = (reason: RejectionReason, detail?: Message): Unreadable =>
  new Unreadable(reject(reason, detail));

export const damaged = (zh: string, en: string): Unreadable => unreadable('damaged', { zh, en });

export const overLimit = (name: LimitName): Unreadable => new Unreadable(rejectLimit(name));

/** The result of `work`, with an `Unreadable` thrown in it turned into the rejection that it carries. */
export const orRejection = <T extends ReadResult | Promise<ReadResult>>(work: () => T): T | ReadResult => {
  try {
    return work();
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, rejection: error.rejection };
    throw error;
  }
};
