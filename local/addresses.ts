import { type LateServer, lateServer } from './http/late-server.ts';
import { close, listen } from './http/listen.ts';
import type { Stops } from './stops.ts';

/** A port that is bound already, and answers once it is told how. */
export interface Address {
  readonly url: string;
  readonly serve: LateServer['serve'];
}

/**
 * Binds a port on loopback before anything behind it runs, since parts must know each other's addresses.
 *
 * @param port 0 for any
 * @param option that chooses the port, for the message when it is taken
 * @throws PortTakenError
 */
export const bindAddress = async (port: number, option: string, stops: Stops): Promise<Address> => {
  const late = lateServer();
  const bound = await listen(late.server, port, option);
  stops.add(() => close(late.server));
  return { url: `http://127.0.0.1:${bound}`, serve: late.serve };
};
