/** Why no report could be read from the bytes; the closed list of the published output. */
export const REJECTION_REASONS = [
  'empty',
  'too-large',
  'unsupported-format',
  'damaged',
  'encrypted',
  'not-a-report',
  'scanned',
] as const;

export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** One sentence in each language: what is wrong and what to do next. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

export interface Rejection {
  readonly reason: RejectionReason;
  readonly message: Message;
}
