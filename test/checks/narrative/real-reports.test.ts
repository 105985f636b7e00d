import { readFileSync } from 'node:fs';
import { examine } from '../../../shared/checks/examine.ts';
import type { Finding } from '../../../shared/checks/outcome.ts';

const REPORTS = new URL('../../reports/', import.meta.url);

const narrativeFindings = async (name: string): Promise<readonly Finding[]> => {
  const { findings } = await examine(readFileSync(new URL(name, REPORTS)), name);
  return findings.filter(({ rule }) => rule.startsWith('narrative/'));
};

const brief = (findings: readonly Finding[]): string[] =>
  findings.map(
    ({ rule, subject, severity, actual, expected }) => `${severity} ${rule} ${subject} ${actual}/${expected}`,
  );

describe('the narrative of real reports', () => {
  test('上海市政府办公厅 2019 contradicts its tables in five places', async () => {
    expect(brief(await narrativeFindings('08-shanghai-office-2019.html'))).toEqual([
      'warning narrative/figure requests.grantedInWholeOrPart 258/275',
      'warning narrative/figure requests.unavailable 265/337',
      'warning narrative/percentage requests.grantedInWholeOrPart 33.9%/32.05%',
      'warning narrative/all-upheld reconsideration 2/0',
      'warning narrative/all-upheld litigation 1/0',
    ]);
  });

  test.each(['10d-pingtan-2022.txt', '05-shuyang-2025.md.txt'])(
    '%s counts requests carried over as received: told, not warned of',
    async (name) => {
      const findings = await narrativeFindings(name);
      expect(findings.map(({ severity, subject }) => [severity, subject])).toEqual([
        ['info', 'requests.received'],
        ['info', 'requests.received.naturalPerson'],
      ]);
    },
  );

  test.each([
    '000_20cb44e099b31046.txt',
    '002_0bce9a6b48843d2b.txt',
    '003_2bbfb42973e84ecc.txt',
    '03-huaian-2024.pdf',
    '03-huaian-2024.layout.txt',
    '11-shanghai-kewei-2024.md',
    '01-hongze-2023.pdf',
  ])('%s agrees with itself', async (name) => {
    expect(brief(await narrativeFindings(name))).toEqual([]);
  });

  test('淮安市 2024 states sixteen numbers that the tables bear out', async () => {
    const { outcomes } = await examine(
      readFileSync(new URL('03-huaian-2024.pdf', REPORTS)),
      '03-huaian-2024.pdf',
    );
    const passed = outcomes.filter(({ rule, outcome }) => rule === 'narrative/figure' && outcome === 'pass');
    expect(passed.length).toBeGreaterThanOrEqual(15);
    expect(outcomes).toContainEqual({
      rule: 'narrative/breakdown',
      subject: 'remedies.reconsideration',
      outcome: 'pass',
    });
  });
});
