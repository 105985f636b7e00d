import { build } from '../../../functions/read-records/build.ts';
import { build as buildReviews } from '../../../functions/record-reviews/build.ts';
import { asker } from '../ask.ts';
import { stage } from '../process-report/stage.ts';
import { reportOf } from '../reports.ts';
import { startTable, TABLE_NAME } from '../table.ts';

const ENVIRONMENT = {
  TABLE_NAME,
  RECORDS_BUCKET: 'documents',
  CURSOR_KEY: 'a secret of more than sixteen characters',
};

let table: Awaited<ReturnType<typeof startTable>>;
let ask: ReturnType<typeof asker>;
let review: ReturnType<typeof asker>;
let scene: ReturnType<typeof stage>;

const upload = async (key: string, versionId: string, content: string): Promise<void> => {
  const version = { key, versionId, sequencer: versionId.slice(1) };
  scene.put(version, content);
  expect(await scene.deliver(version)).toBe(true);
};

const errorsOf = (findings: { severity: string }[]) =>
  findings.filter(({ severity }) => severity === 'error');

const path = (agency: string, year: number | string, part = ''): string =>
  `/reports/${encodeURIComponent(agency)}/${year}${part}`;

beforeAll(async () => {
  table = await startTable();
  scene = stage(table);
  const clients = { s3: scene.config.s3, dynamodb: table.config };
  ask = asker(build(ENVIRONMENT, clients, () => {}));
  review = asker(buildReviews(ENVIRONMENT, clients, () => {}));
  await upload('a.txt', 'v1', reportOf('inconsistent', '甲局', 2021));
  await upload('a.txt', 'v2', reportOf('consistent', '甲局', 2021));
  await upload('b.txt', 'v1', reportOf('inconsistent', '乙局', 2021));
  await upload('c.txt', 'v1', reportOf('consistent', '甲局', 2022));
  await upload('d.txt', 'v1', 'no report');
  for (let index = 0; index < 12; index++)
    await upload(`e${index}.txt`, 'v1', reportOf('consistent', `丙${index}局`, 2020));
});
afterAll(() => table.stop());

describe('the list', () => {
  test('shows the newest year first, then agencies in order, and what was rejected last', async () => {
    const { json } = await ask('/reports');
    const shown = json.items.map(({ agency, year, verdict }: Record<string, unknown>) => [
      agency,
      year,
      verdict,
    ]);
    expect(shown.slice(0, 3)).toEqual([
      ['甲局', 2022, 'consistent'],
      ['乙局', 2021, 'inconsistent'],
      ['甲局', 2021, 'consistent'],
    ]);
    expect(shown.at(-1)).toEqual([null, null, 'rejected']);
    expect(shown).toHaveLength(16);
    expect(json.next).toBeNull();
  });

  test.each([
    ['?year=2021', 2],
    ['?verdict=inconsistent', 1],
    ['?verdict=rejected', 1],
    ['?year=2021&verdict=consistent', 1],
    [`?agency=${encodeURIComponent('甲局')}`, 2],
    [`?agency=${encodeURIComponent('甲局')}&year=2022`, 1],
    [`?agency=${encodeURIComponent('无此局')}`, 0],
    ['?year=1999', 0],
  ])('is filtered by %s', async (query, count) => {
    const { json } = await ask(`/reports${query}`);
    expect(json.items).toHaveLength(count);
  });

  test('comes in pages that together are the whole, each entry once', async () => {
    const whole = (await ask('/reports')).json.items;
    const paged: unknown[] = [];
    let cursor: string | null = '';
    for (let pages = 0; cursor !== null && pages < 20; pages++) {
      const { json } = await ask(`/reports?limit=3${cursor && `&cursor=${cursor}`}`);
      expect(json.items.length).toBeLessThanOrEqual(3);
      paged.push(...json.items);
      cursor = json.next;
    }
    expect(paged).toEqual(whole);
  });

  test('refuses a cursor that was changed, or issued for another list', async () => {
    const { json } = await ask('/reports?limit=3');
    const forged = `${json.next.slice(0, -2)}AA`;
    for (const query of [`cursor=${forged}`, `year=2020&cursor=${json.next}`, 'cursor=x', 'cursor=']) {
      const { status, json: problem, headers } = await ask(`/reports?${query}`);
      expect([status, problem.type]).toEqual([400, 'urn:gouji:problem:invalid-cursor']);
      expect(headers['content-type']).toBe('application/problem+json');
    }
  });
});

describe('one report', () => {
  test('is told with links to its parts', async () => {
    const { json } = await ask(path('甲局', 2021));
    expect(json).toMatchObject({ agency: '甲局', year: 2021, verdict: 'consistent' });
    expect(json.links.findings).toBe(path('甲局', 2021, '/findings'));
  });

  test('tells its findings with causes and fingerprints', async () => {
    const { json } = await ask(path('乙局', 2021, '/findings'));
    expect(errorsOf(json.findings)).toHaveLength(5);
    expect(json.findings[0]).toMatchObject({
      severity: 'error',
      fingerprint: expect.stringMatching(/^\w{16}$/),
    });
  });

  test('gives its figures as JSON, as CSV when asked, and as a file', async () => {
    const { json } = await ask(path('乙局', 2021, '/figures'));
    expect(json.figures['requests.closed.total']).toMatchObject({ value: 2, state: 'stated' });
    const { text } = await ask(path('乙局', 2021, '/figures'), { headers: { Accept: 'text/csv' } });
    expect(text).toContain('requests.closed.total,三、（七）总计,总计,2,stated,2');
    expect((await ask(path('乙局', 2021, '/figures.csv'))).text).toBe(text);
  });

  test('gives every outcome, and the whole document', async () => {
    const { json } = await ask(path('乙局', 2021, '/outcomes'));
    expect(json.outcomes.length).toBeGreaterThan(40);
    const { json: document } = await ask(path('乙局', 2021, '/document'));
    expect(document.report.agency).toBe('乙局');
    expect(document.outcomes).toEqual(json.outcomes);
  });

  test('tells its versions, newest first, and what changed between two', async () => {
    const { json } = await ask(path('甲局', 2021, '/versions'));
    expect(json.items.map(({ verdict, current }: Record<string, unknown>) => [verdict, current])).toEqual([
      ['consistent', true],
      ['inconsistent', false],
    ]);
    const [to, from] = json.items;
    const { json: changes } = await ask(path('甲局', 2021, `/changes?from=${from.version}&to=${to.version}`));
    expect(errorsOf(changes.resolved)).toHaveLength(5);
    expect(changes.introduced).toEqual([]);
    expect(changes.figures).toContainEqual(
      expect.objectContaining({ figure: 'requests.closed.naturalPerson', column: '自然人' }),
    );
  });

  test('links to the original for a short time', async () => {
    const { json, headers } = await ask(path('甲局', 2021, '/original'));
    expect(json.href).toMatch(/uploads\/a\.txt\?.*X-Amz-Expires=300.*versionId=v2/);
    expect(headers['cache-control']).toBe('no-store');
  });
});

test('an agency shows its years side by side', async () => {
  const { json } = await ask(`/agencies/${encodeURIComponent('甲局')}?figures=requests.received.total`);
  expect(json.years.map(({ year }: { year: number }) => year)).toEqual([2022, 2021]);
  expect(json.years[0].values['requests.received.total']).toEqual({ value: 7, state: 'stated' });
});

test('a figure that no template has is refused by its name', async () => {
  const asked = `/agencies/${encodeURIComponent('甲局')}?figures=requests.received.total,foo`;
  const { status, json } = await ask(asked);
  expect([status, json.type]).toEqual([400, 'urn:gouji:problem:invalid-request']);
  expect(json.errors).toEqual([{ at: 'query.figures', detail: 'no template has foo' }]);
});

test('totals are counted by year and verdict', async () => {
  const { json } = await ask('/totals');
  expect(json.rejected).toBe(1);
  expect(json.years).toContainEqual({
    year: 2021,
    verdicts: { consistent: 1, inconsistent: 1, incomplete: 0, rejected: 0 },
  });
});

test('the rules are told with their clauses', async () => {
  const { json } = await ask('/rules');
  expect(json.items.map(({ id }: { id: string }) => id)).toContain('requests/balance');
});

test('an upload that was rejected is told by its link in the list', async () => {
  const { json } = await ask('/reports?verdict=rejected');
  const { json: fate } = await ask(json.items[0].href);
  expect(fate).toMatchObject({ key: 'd.txt', verdict: 'rejected', reason: 'not-a-report', report: null });
});

describe('a review', () => {
  test('is shown beside its finding, and silences the alert of the next version with the same values', async () => {
    const { json } = await ask(path('乙局', 2021, '/findings'));
    for (const { fingerprint } of json.findings) {
      const { status } = await review(path('乙局', 2021, `/reviews/${fingerprint}`), {
        method: 'PUT',
        body: { verdict: 'dismissed', reason: '与印刷稿一致' },
        caller: '张三',
      });
      expect(status).toBe(200);
    }
    const { json: reviewed } = await ask(path('乙局', 2021, '/findings'));
    expect(reviewed.findings[0].review).toMatchObject({ verdict: 'dismissed', by: '张三' });
    scene.events.length = 0;
    await upload('b.txt', 'v2', `${reportOf('inconsistent', '乙局', 2021)}\n`);
    expect(scene.events.map(({ type }) => type)).toEqual(['report.recorded.v1']);
  });

  test('can be taken back', async () => {
    const { json } = await ask(path('乙局', 2021, '/reviews'));
    const target = path('乙局', 2021, `/reviews/${json.items[0].fingerprint}`);
    expect((await review(target, { method: 'DELETE' })).status).toBe(204);
    expect((await ask(path('乙局', 2021, '/reviews'))).json.items).toHaveLength(json.items.length - 1);
  });

  test('of no finding that the report has is refused', async () => {
    const { status } = await review(path('乙局', 2021, '/reviews/0123456789abcdef'), {
      method: 'PUT',
      body: { verdict: 'confirmed' },
    });
    expect(status).toBe(404);
  });

  test('that dismisses without a reason is refused', async () => {
    const { status, json } = await review(path('乙局', 2021, '/reviews/0123456789abcdef'), {
      method: 'PUT',
      body: { verdict: 'dismissed' },
    });
    expect(status).toBe(400);
    expect(json.errors[0].at).toBe('body.reason');
  });
});

describe('what HTTP offers', () => {
  test('an answer that did not change is not sent again', async () => {
    const { headers } = await ask(path('甲局', 2021));
    const again = await ask(path('甲局', 2021), { headers: { 'If-None-Match': `"x", ${headers.etag}` } });
    expect([again.status, again.text]).toEqual([304, '']);
    expect(again.headers.etag).toBe(headers.etag);
  });

  test('a large answer is compressed for those who take it, and for no others', async () => {
    const gzip = await ask(path('甲局', 2021, '/figures'), { headers: { 'Accept-Encoding': 'br, gzip' } });
    const plain = await ask(path('甲局', 2021, '/figures'), { headers: { 'Accept-Encoding': 'gzip;q=0' } });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(gzip.json).toEqual(plain.json);
  });
});

describe('a request that makes no sense gets a problem document', () => {
  test.each([
    ['an unknown path', '/nothing', {}, 404, 'not-found'],
    ['an unknown report', path('无此局', 2021), {}, 404, 'not-found'],
    ['an unknown filter', '/reports?colour=red', {}, 400, 'invalid-request'],
    ['a filter given twice', '/reports?year=2020&year=2021', {}, 400, 'invalid-request'],
    ['an unknown verdict', '/reports?verdict=fine', {}, 400, 'invalid-request'],
    ['a limit out of bounds', '/reports?limit=100000', {}, 400, 'invalid-request'],
    ['a year that is none', path('甲局', '20x1'), {}, 400, 'invalid-request'],
    ['a path that climbs', '/reports/..%2F..%2Fetc/2021', {}, 404, 'not-found'],
    ['a path that is not encoded properly', '/reports/%E0%A4%A/2021', {}, 400, 'invalid-request'],
    ['a method that the resource does not know', '/reports', { method: 'DELETE' }, 405, 'method-not-allowed'],
    [
      'a media type that there is not',
      '/reports',
      { headers: { accept: 'image/png' } },
      406,
      'not-acceptable',
    ],
    ['a way round the gateway', path('甲局', 2021), { routeKey: 'ANY /{proxy+}' }, 404, 'not-found'],
    ['a version that is none', path('甲局', 2021, '/changes?from=x&to=y'), {}, 400, 'invalid-request'],
  ])('%s', async (_, target, asking, status, type) => {
    const answer = await ask(target, asking);
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ type: `urn:gouji:problem:${type}`, status });
    expect(answer.text).not.toMatch(/ at .*\.ts|node_modules/);
  });

  test('a body that is too large, no JSON, or of another type', async () => {
    const target = path('乙局', 2021, '/reviews/0123456789abcdef');
    const large = await review(target, { method: 'PUT', body: 'x'.repeat(100_000) });
    const broken = await review(target, { method: 'PUT', body: '{' });
    const other = await review(target, {
      method: 'PUT',
      body: 'x',
      headers: { 'content-type': 'text/plain' },
    });
    expect([large.status, broken.status, other.status]).toEqual([413, 400, 415]);
  });

  test('a fault of the service, without telling anything of it', async () => {
    const broken = asker(
      build({ ...ENVIRONMENT, TABLE_NAME: 'elsewhere' }, { dynamodb: table.config }, () => {}),
    );
    const { status, json } = await broken(path('甲局', 2021));
    expect(status).toBe(500);
    expect(json.detail).toBe('The fault was logged.');
  });
});
