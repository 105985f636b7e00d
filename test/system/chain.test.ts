import { agencyOf, idsOf, reportOf, sample, startMachine } from './machine.ts';

/** Held notifications by key, when a test holds them. */
const held: (() => Promise<void>)[] = [];
let hold = false;
let repeats = 1;
let busIsDown = (_type: string): boolean => false;

let machine: Awaited<ReturnType<typeof startMachine>>;
beforeAll(async () => {
  machine = await startMachine({
    samples: true,
    faults: {
      bus: (type) => (busIsDown(type) ? 'InternalFailure' : undefined),
      async notify(_, send) {
        if (hold) held.push(send);
        else for (let time = 0; time < repeats; time++) await send();
      },
    },
  });
  await machine.local.whenIdle();
}, 120_000);
afterAll(() => machine.stop());

const SEEDS = {
  '000_20cb44e099b31046.txt': 'consistent',
  '001_c76baea7d958f164.txt': 'inconsistent',
  '002_0bce9a6b48843d2b.txt': 'consistent',
  '003_2bbfb42973e84ecc.txt': 'consistent',
  '004_016fbde8dd5f1447.txt': 'inconsistent',
};

describe('the five bureau reports', () => {
  test('become records with the right verdicts', async () => {
    const records = await machine.records();
    expect(Object.fromEntries(records.map(({ name, verdict }) => [name, verdict]))).toEqual(SEEDS);
  });

  test('are read back one by one, with their findings', async () => {
    const path = `/reports/${encodeURIComponent('宁波市公安局镇海分局')}/2019`;
    const { status, body } = await machine.get(path);
    expect(status).toBe(200);
    expect(body).toMatchObject({ agency: '宁波市公安局镇海分局', year: 2019, verdict: 'inconsistent' });
    const { findings } = (await machine.get(`${path}/findings`)).body as { findings: { severity: string }[] };
    expect(findings.filter(({ severity }) => severity === 'error')).toHaveLength(5);
  });

  test('raise two alerts, each with its link', async () => {
    const inconsistent = await machine.events('report.inconsistent.v1');
    expect(inconsistent).toHaveLength(2);
    expect((await machine.told()).sort()).toEqual(idsOf(inconsistent).sort());
    for (const { detail } of inconsistent) {
      const { link } = detail.data as { link: string };
      expect((await fetch(link)).status).toBe(200);
    }
  });

  test('raise no further alert when the same file is uploaded again, under its key or another', async () => {
    const before = (await machine.events('report.inconsistent.v1')).length;
    const bytes = await sample('001_c76baea7d958f164.txt');
    await machine.put('001_c76baea7d958f164.txt', bytes);
    await machine.local.whenIdle();
    await machine.put('again/001.txt', bytes);
    await machine.local.whenIdle();
    expect(await machine.events('report.inconsistent.v1')).toHaveLength(before);
  });

  test('raise no further alert when each notification comes three times', async () => {
    repeats = 3;
    await machine.put(
      'again.txt',
      `${await sample('001_c76baea7d958f164.txt')}`.replaceAll('镇海分局', '第0分局'),
    );
    await machine.local.whenIdle();
    repeats = 1;
    // The same work done at the same time may announce itself twice, but under one id.
    const announced = await machine.events('report.inconsistent.v1');
    expect(new Set(idsOf(announced)).size).toBe(3);
    expect(await machine.told()).toHaveLength(3);
  });
});

describe('reordered deliveries', () => {
  test('leave the newest upload current', async () => {
    const right = await reportOf(1);
    const wrong = right.replace(/(（七）总计\s+)22/, (_, label: string) => `${label}20`);
    expect(wrong === right).toBe(false);
    hold = true;
    await machine.put('reordered.txt', wrong);
    await machine.put('reordered.txt', right);
    while (held.length < 2) await new Promise((done) => setTimeout(done, 5));
    hold = false;
    const [first, second] = held.splice(0);
    await second?.();
    await machine.local.whenIdle();
    const newest = (await machine.records()).find(({ agency }) => agency === agencyOf(1));
    await first?.();
    await first?.();
    await second?.();
    await machine.local.whenIdle();
    const after = (await machine.records()).find(({ agency }) => agency === agencyOf(1));
    expect(newest).toMatchObject({ verdict: 'consistent' });
    expect(after).toEqual(newest);
  });
});

describe('a failing event bus', () => {
  test('delays the alert and loses nothing', async () => {
    const before = idsOf(await machine.events('report.inconsistent.v1'));
    let refused = 0;
    busIsDown = (type) => {
      // The first entry of a request is taken and the second refused, then the other way round.
      refused += 1;
      return refused < 4 && (type === 'report.inconsistent.v1' || refused === 3);
    };
    const body = (await sample('004_016fbde8dd5f1447.txt'))
      .toString('utf8')
      .replaceAll('温州市公安局鹿城区分局', agencyOf(2));
    await machine.put('bus-down.txt', body);
    await machine.local.whenIdle();
    busIsDown = () => false;
    expect(refused).toBeGreaterThanOrEqual(4);
    const after = idsOf(await machine.events('report.inconsistent.v1')).filter((id) => !before.includes(id));
    expect(new Set(after).size).toBe(1);
    // Announced again after a half-failed attempt, under the same id.
    const recorded = (await machine.events('report.recorded.v1')).filter(
      ({ detail }) => (detail.data as { object: { key: string } }).object.key === 'bus-down.txt',
    );
    expect(recorded.length).toBeGreaterThan(1);
    expect(new Set(idsOf(recorded)).size).toBe(1);
    // People hear of it once.
    expect((await machine.told()).filter((id) => after.includes(id))).toHaveLength(1);
    expect(machine.local.deadLetters()).toBe(0);
  });
});

describe('bad input', () => {
  const INPUTS: Record<string, () => Uint8Array | Promise<Uint8Array>> = {
    'empty.txt': () => Buffer.alloc(0),
    'zeros.bin': () => Buffer.alloc(50_000_000),
    'random.docx': () => Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919 + 13) % 251)),
    'picture.png': () =>
      Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
    'page.html': () => Buffer.from('<html><body><h1>通知</h1><p>今天放假。</p></body></html>'),
  };

  test('is recorded as rejected, told of and acknowledged', async () => {
    for (const [key, bytes] of Object.entries(INPUTS)) await machine.put(`bad/${key}`, await bytes());
    await machine.local.whenIdle();
    const events = await machine.events('report.rejected.v1');
    const keys = events.map(({ detail }) => (detail.data as { object: { key: string } }).object.key);
    expect(keys.sort()).toEqual(
      Object.keys(INPUTS)
        .map((key) => `bad/${key}`)
        .sort(),
    );
    const alerted = new Set(await machine.told());
    for (const id of idsOf(events)) expect(alerted.has(id)).toBe(true);
    const rejected = await machine.records('&verdict=rejected');
    expect(rejected).toHaveLength(Object.keys(INPUTS).length);
    expect(machine.local.deadLetters()).toBe(0);
  });

  test('to the API is answered with a problem document', async () => {
    const problems = [
      ['/nothing', 404],
      ['/reports?verdict=perfect', 400],
      ['/reports?cursor=forged', 400],
      ['/reports/%E0%A4%A/2020', 400],
      ['/reports/..%2F..%2Fetc/2020', 404],
    ] as const;
    for (const [path, status] of problems) {
      const answer = await machine.get(path);
      expect({ path, status: answer.status }).toEqual({ path, status });
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(answer.body).toMatchObject({ status });
    }
    const deletion = await fetch(`${machine.local.apiUrl}/reports`, { method: 'DELETE' });
    expect(deletion.status).toBe(405);
    const giant = await fetch(`${machine.local.apiUrl}/reports`, {
      method: 'POST',
      body: 'x'.repeat(11_000_000),
    });
    expect(giant.status).toBe(413);
  });
});

test('nothing but the bus failed', () => {
  expect(machine.errors.filter((error) => !error.includes('InternalFailure'))).toEqual([]);
});
