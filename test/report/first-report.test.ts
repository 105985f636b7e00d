import { readdirSync, readFileSync } from 'node:fs';
import { examine } from '../../shared/checks/examine.ts';

const REPORTS = 'test/reports';
const bytesOf = (start: string): Buffer =>
  readFileSync(`${REPORTS}/${readdirSync(REPORTS).find((name) => name.startsWith(start))}`);

const ofOrder = ({ findings }: Awaited<ReturnType<typeof examine>>) =>
  findings.filter(({ rule }) => rule === 'structure/order');

describe('two reports in one file', () => {
  test('in text: the first is read as if it stood alone, and the other is told of', async () => {
    const alone = await examine(bytesOf('000_'), 'a.txt');
    const both = await examine(Buffer.concat([bytesOf('000_'), bytesOf('001_')]), 'a.txt');
    expect(both.report?.figures).toEqual(alone.report?.figures);
    expect(both.report?.claims).toEqual(alone.report?.claims);
    expect(both.verdict).toBe(alone.verdict);
    expect(ofOrder(alone)).toEqual([]);
    expect(ofOrder(both)).toMatchObject([{ actual: '2019年度政府信息公开工作年度报告' }]);
  });

  test('in a forged file with a section 一 on each of its lines, in time that grows with them', async () => {
    const forged = Buffer.concat([bytesOf('000_'), Buffer.from('\n一、总体情况'.repeat(25_000))]);
    const examined = await examine(forged, 'a.txt');
    expect(examined.verdict).toBe('consistent');
    expect(ofOrder(examined)).toEqual([]);
  });

  test('in a web page', async () => {
    const page = readFileSync(`${REPORTS}/f1-official-2021.html`, 'utf8');
    const [, body = ''] = /<body[^>]*>([\s\S]*)<\/body>/i.exec(page) ?? [];
    const other = body.replaceAll('淮安', '连云港').replaceAll('2024', '2023');
    const both = await examine(Buffer.from(page.replace('</body>', `${other}</body>`)), 'a.html');
    const alone = await examine(Buffer.from(page), 'a.html');
    expect(both.report?.agency).toBe('淮安市人民政府');
    expect(both.report?.figures).toEqual(alone.report?.figures);
    expect(ofOrder(both)).toHaveLength(1);
  });
});
