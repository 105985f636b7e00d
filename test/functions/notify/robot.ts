import { createServer, type IncomingHttpHeaders } from 'node:http';
import { Agent } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** What any of the robots may be sent. */
export interface RobotBody {
  readonly msgtype?: string;
  readonly markdown?: { readonly title?: string; readonly content?: string; readonly text?: string };
  readonly msg_type?: string;
  readonly timestamp?: string;
  readonly sign?: string;
  readonly content?: {
    readonly post: {
      readonly zh_cn: {
        readonly content: readonly (readonly { readonly text: string; readonly href?: string }[])[];
      };
    };
  };
  readonly id?: string;
  readonly title?: string;
  readonly events?: readonly { readonly id: string }[];
}

export interface RobotRequest {
  readonly host: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: RobotBody;
}

export interface RobotAnswer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Answers never, or breaks off. */
  readonly silent?: 'forever' | 'broken';
}

/** Connects to a port of this machine whatever the address says, without TLS. */
class LoopbackAgent extends Agent {
  constructor(private readonly port: number) {
    super();
  }
  override createConnection(): Socket {
    return connect(this.port, '127.0.0.1');
  }
}

/** A real HTTP server on loopback that stands for the service of a robot. */
export const startRobot = async (answer: (request: RobotRequest) => RobotAnswer | Promise<RobotAnswer>) => {
  const requests: RobotRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const host = String(incoming.headers.host);
    const request = {
      host,
      url: new URL(`https://${host}${incoming.url}`),
      headers: incoming.headers,
      body: JSON.parse(Buffer.concat(chunks).toString('utf8')),
    };
    requests.push(request);
    const { status = 200, body = {}, headers = {}, silent } = await answer(request);
    if (silent === 'broken') incoming.socket.destroy();
    if (silent) return;
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    requests,
    agent: new LoopbackAgent(port),
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
};
