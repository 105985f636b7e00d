import type { Notice } from '../notices/notice.ts';

/** One way to people. */
export interface Channel {
  /** @throws ChannelError when it was not taken, or is not known to have been */
  send(notice: Notice): Promise<void>;
}

/**
 * A channel did not take a notice. `down` tells that it would not take the next one either just now: it was not
 * reached, is out of order, or has had enough for a while.
 */
export class ChannelError extends Error {
  override readonly name = 'ChannelError';
  constructor(
    message: string,
    readonly down: boolean,
  ) {
    super(message);
  }
}
