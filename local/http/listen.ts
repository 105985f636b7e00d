import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Everything local is bound here and nowhere else. */
export const LOOPBACK = '127.0.0.1';

/** Another process already listens on the port. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
  constructor(
    readonly port: number,
    readonly option: string,
  ) {
    super(`Port ${port} (${option}) is taken`);
  }
}

/**
 * Binds a server to the loopback address.
 *
 * @param port 0 takes any free port
 * @param option the command-line option that chooses the port, for the message
 * @returns the port bound to
 * @throws PortTakenError
 */
export const listen = (server: Server, port: number, option: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new PortTakenError(port, option) : error,
      ),
    );
    server.listen(port, LOOPBACK, () => resolve((server.address() as AddressInfo).port));
  });

/** Stops listening and ends the connections that are open. */
export const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 250).unref();
  });
