import { Parser } from 'htmlparser2';
import { STYLE } from '../../../console/style.ts';
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

/** What browsers send. */
const BROWSER = { headers: { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' } };
const HOSTILE = `"'><img src=x onerror=alert(1)>&amp;.txt`;

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** The elements of a page in order, each with all text in it. */
const elementsOf = (markup: string): Element[] => {
  const all: Element[] = [];
  const open: Element[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const element = { name, attributes, text: '' };
      all.push(element);
      open.push(element);
    },
    ontext(text) {
      for (const element of open) element.text += text;
    },
    onclosetag: () => void open.pop(),
  });
  parser.end(markup);
  return all;
};

let table: Awaited<ReturnType<typeof startTable>>;
let ask: ReturnType<typeof asker>;
let review: ReturnType<typeof asker>;

const path = (agency: string, year: number, part = ''): string =>
  `/reports/${encodeURIComponent(agency)}/${year}${part}`;

const browse = async (address: string) => {
  const answer = await ask(address, BROWSER);
  return { ...answer, elements: elementsOf(answer.text) };
};

beforeAll(async () => {
  table = await startTable();
  const scene = stage(table);
  const clients = { s3: scene.config.s3, dynamodb: table.config };
  ask = asker(build(ENVIRONMENT, clients, () => {}));
  review = asker(buildReviews(ENVIRONMENT, clients, () => {}));
  const upload = async (key: string, content: string): Promise<void> => {
    const version = { key, versionId: 'v1', sequencer: '1' };
    scene.put(version, content);
    expect(await scene.deliver(version)).toBe(true);
  };
  await upload('a.txt', reportOf('inconsistent', '甲局', 2021));
  await upload('b.txt', reportOf('consistent', '乙局', 2021));
  await upload('c.txt', reportOf('consistent', '丙局', 2020));
  await upload(HOSTILE, 'no report');
});
afterAll(() => table.stop());

describe('who asks', () => {
  test.each(['*/*', 'application/json', undefined])('with Accept %s gets JSON', async (accept) => {
    const { headers } = await ask('/reports', accept === undefined ? {} : { headers: { accept } });
    expect(headers['content-type']).toMatch(/^application\/json/);
  });

  test('as a browser gets pages that run and load nothing', async () => {
    for (const address of ['/reports', path('甲局', 2021)]) {
      const { status, headers, elements } = await browse(address);
      expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
      expect(headers.vary).toContain('accept');
      const names = new Set(elements.map(({ name }) => name));
      for (const name of ['script', 'img', 'link', 'iframe', 'base']) expect(names).not.toContain(name);
      const attributes = elements.flatMap((element) => Object.keys(element.attributes));
      expect(attributes.filter((name) => /^(on|style$|src$)/.test(name))).toEqual([]);
      expect(elements.find(({ name }) => name === 'style')?.text).toBe(STYLE);
    }
  });

  test('for the root as a browser is led to the list', async () => {
    expect(await ask('/', BROWSER)).toMatchObject({ status: 303, headers: { location: '/reports' } });
  });
});

describe('the list', () => {
  const rows = (elements: readonly Element[]): string[] =>
    elements.filter(({ name }) => name === 'tr').map(({ text }) => text.replace(/\s+/g, ' ').trim());

  test('has a row for each record, and every address of it leads somewhere', async () => {
    const { elements } = await browse('/reports');
    expect(rows(elements).slice(1)).toEqual([
      expect.stringMatching(/^乙局 2021 勾稽一致/),
      expect.stringMatching(/^甲局 2021 勾稽不符 5 /),
      expect.stringMatching(/^丙局 2020 勾稽一致/),
      expect.stringContaining(HOSTILE),
    ]);
    const addresses = elements.flatMap(({ attributes: { href } }) => href ?? []);
    expect(addresses.length).toBeGreaterThan(8);
    for (const address of addresses) expect((await browse(address)).status).toBe(200);
  });

  test('keeps its filters from one to the other, and goes on where a page ends', async () => {
    const { elements } = await browse('/reports?year=2021&verdict=inconsistent');
    expect(rows(elements)).toHaveLength(2);
    const tab = elements.find(({ name, text }) => name === 'a' && text === '勾稽一致');
    expect(rows((await browse(tab?.attributes.href ?? '')).elements)[1]).toMatch(/^乙局 2021/);
    expect(elements.filter(({ attributes }) => attributes.type === 'hidden')).toHaveLength(3);
    const first = await browse('/reports?limit=2');
    const next = first.elements.find(({ attributes }) => attributes.rel === 'next');
    expect(rows((await browse(next?.attributes.href ?? '')).elements)[1]).toMatch(/^丙局 2020/);
  });

  test('says where nothing fits', async () => {
    expect((await browse('/reports?year=1999')).text).toContain('没有符合条件的报告');
  });

  test('leads from a file that was rejected to the reason', async () => {
    const { elements } = await browse('/reports?verdict=rejected');
    const link = elements.find(({ attributes }) => attributes.href?.startsWith('/uploads/'));
    const page = await browse(link?.attributes.href ?? '');
    expect(page.elements.find(({ name }) => name === 'h1')?.text).toBe(HOSTILE);
    expect(page.text).toContain('无法读取');
  });
});

describe('a report', () => {
  const cells = (elements: readonly Element[]): Element[] => elements.filter(({ name }) => name === 'td');

  test('shows every figure as it was read', async () => {
    const { elements } = await browse(path('乙局', 2021));
    const { json } = await ask(path('乙局', 2021, '/figures'));
    expect(Object.fromEntries(cells(elements).map(({ attributes, text }) => [attributes.id, text]))).toEqual(
      Object.fromEntries(
        Object.entries(json.figures as Record<string, { value: number }>).map(([id, { value }]) => [
          id,
          String(value),
        ]),
      ),
    );
  });

  test('marks the cells of what fails, and says what the repair makes of them', async () => {
    const { elements, text } = await browse(path('甲局', 2021));
    const { json } = await ask(path('甲局', 2021, '/findings'));
    const failing = json.findings
      .filter(({ severity }: { severity: string }) => severity === 'error')
      .flatMap(({ operands }: { operands: { figure: string }[] }) => operands.map(({ figure }) => figure));
    const marked = cells(elements).filter(({ attributes }) => attributes.class?.includes('error'));
    expect(marked.map(({ attributes }) => attributes.id).toSorted()).toEqual(
      [...new Set<string>(failing)].toSorted(),
    );
    const repaired = cells(elements).filter(({ attributes }) => attributes.class?.includes('repair'));
    expect(repaired.map(({ attributes, text: shown }) => [attributes.id, shown])).toEqual([
      ['requests.closed.naturalPerson', '0→ 1'],
      ['requests.closed.business', '0→ 1'],
    ]);
    expect(text).toContain('这是唯一的最小改法');
    expect(text).toContain('第338行第2列');
    expect(text).toContain('红框：核对不符的单元格；红底与箭头：可能的改法。');
  });

  test('leads from each number of a finding to its cell', async () => {
    const { elements } = await browse(path('甲局', 2021));
    const ids = new Set(cells(elements).map(({ attributes }) => `#${attributes.id}`));
    const links = elements.flatMap(({ attributes: { href } }) => (href?.startsWith('#') ? [href] : []));
    expect(links.length).toBeGreaterThan(8);
    for (const link of links) expect(ids).toContain(link);
  });

  test('tells what a person said of a finding', async () => {
    const { json } = await ask(path('甲局', 2021, '/findings'));
    const { status } = await review(path('甲局', 2021, `/reviews/${json.findings[0].fingerprint}`), {
      method: 'PUT',
      caller: '核对员',
      body: { verdict: 'dismissed', reason: '已<电话>核实' },
    });
    expect(status).toBe(200);
    expect((await browse(path('甲局', 2021))).text).toContain('已忽略（核对员：已&lt;电话&gt;核实）');
  });

  test('leads to its original', async () => {
    const { status, headers } = await ask(path('甲局', 2021, '/original'), BROWSER);
    expect(status).toBe(303);
    expect(headers.location).toMatch(/^http.*X-Amz-Signature=/);
  });
});
