import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gouji } from './gouji.ts';

/** Runs a command against an address that answers everything in the same way. */
const against = async (answer: (response: ServerResponse) => void, ...args: string[]) => {
  const server = createServer((_, response) => answer(response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  try {
    return await gouji([...args, '--api', `http://127.0.0.1:${port}`], { env: { GOUJI_TOKEN: undefined } });
  } finally {
    await new Promise((done) => server.close(done));
  }
};

test.each([
  ['a page', (response: ServerResponse) => response.end('<html>')],
  ['JSON of another program', (response: ServerResponse) => response.end('{"items": 1}')],
  [
    'half an answer',
    (response: ServerResponse) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('{"items"', () => response.destroy());
    },
  ],
])(
  'an address that answers with %s is told of in one line, and is not taken for a finding',
  async (_, answer) => {
    for (const args of [['review', 'list', '某局', '2024'], ['recheck']]) {
      const { status, stdout, stderr } = await against(answer, ...args);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^gouji: .*http:\/\/127\.0\.0\.1:\d+.*\n$/);
    }
  },
);
