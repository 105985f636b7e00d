import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examine } from '../../../shared/checks/examine.ts';
import { REPORTS } from '../../accuracy/truth.ts';

const causesIn = async (file: string) => {
  const { findings } = await examine(readFileSync(join(REPORTS, file)), file);
  return [...new Map(findings.flatMap(({ cause }) => (cause ? [[cause.id, cause]] : []))).values()];
};

describe('the cause of a real slip', () => {
  test('001: the empty total row, with the one smallest repair', async () => {
    const causes = await causesIn('001_c76baea7d958f164.txt');
    expect(causes).toHaveLength(1);
    expect(causes[0]).toMatchObject({
      kind: 'total-row-empty',
      unique: true,
      repairs: [
        [
          { figure: 'requests.closed.naturalPerson', from: 0, to: 1 },
          { figure: 'requests.closed.business', from: 0, to: 1 },
        ],
      ],
    });
  });

  test('004: the empty total row, borne out by the 3条 of its narrative', async () => {
    const causes = await causesIn('004_016fbde8dd5f1447.txt');
    expect(causes).toHaveLength(1);
    expect(causes[0]).toMatchObject({ kind: 'total-row-empty', unique: true });
    expect(causes[0]!.supportedBy).toMatchObject([{ value: 3, quote: '我局共处理依申请公开信息3条' }]);
  });

  test('what was worked on is no claim: it may mean received or closed', async () => {
    const name = '004_016fbde8dd5f1447.txt';
    const { report } = await examine(readFileSync(join(REPORTS, name)), name);
    expect(report!.claims.filter(({ metric }) => metric.startsWith('requests.'))).toEqual([]);
    expect(report!.mentions).toMatchObject([{ metric: 'requests.workedOn', value: 3, unit: '条' }]);
  });
});
