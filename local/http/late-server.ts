import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export type Listener = (request: IncomingMessage, response: ServerResponse) => void;

export interface LateServer {
  readonly server: Server;
  /** Requests before this are told to come again. */
  readonly serve: (listener: Listener) => void;
}

/** A server whose port is taken first and whose work is told later: addresses go into what it will serve. */
export const lateServer = (): LateServer => {
  let current: Listener = (_, response) => {
    response.writeHead(503, { 'Retry-After': '1' }).end();
  };
  return {
    server: createServer({ keepAliveTimeout: 60_000 }, (request, response) => current(request, response)),
    serve(listener) {
      current = listener;
    },
  };
};
