import { readFileSync } from 'node:fs';
import { examine } from '../../shared/checks/examine.ts';
import { scoreFile } from '../accuracy/score.ts';
import { REPORTS, rawFile, readTruths } from '../accuracy/truth.ts';

const read = async (file: string) => {
  const { report } = await examine(readFileSync(rawFile(REPORTS, file)), file);
  if (!report) throw new Error(`${file} was rejected`);
  return report;
};

/** Where the layout itself has lost figures: how many of them may be missing, and why. */
const LOST: Readonly<Record<string, number>> = {
  // Table 二 glued: `898989` can be split in many ways, and no sum tells which.
  '10a-pingtan-2019.txt': 17,
  '10d-pingtan-2022.txt': 3,
  // One number where three columns stand: nothing tells which.
  'p01-xiongxian-township-2019.txt': 1,
  // Two numbers, or one, where seven columns stand.
  'p03-yueyang-nanhu-2019.txt': 7,
};

describe('every sample report', () => {
  const files = readTruths().flatMap((truth) => truth.files.map((file) => ({ truth, file })));

  test.each(files)('$file: no wrong figure, and all found that the layout kept', async ({ truth, file }) => {
    const score = await scoreFile(REPORTS, truth, file);
    expect(score.wrong).toEqual([]);
    expect(score.outcomesWrong).toEqual([]);
    expect(score.missing).toBe(LOST[file] ?? 0);
  });
});

describe('the five bureau reports', () => {
  test.each([
    ['000_20cb44e099b31046.txt', '宁波市公安局鄞州分局', 2024, '2021'],
    ['001_c76baea7d958f164.txt', '宁波市公安局镇海分局', 2019, '2019'],
    ['002_0bce9a6b48843d2b.txt', '怀远县公安局', 2024, '2021'],
    ['003_2bbfb42973e84ecc.txt', null, 2024, '2021'],
    ['004_016fbde8dd5f1447.txt', '温州市公安局鹿城区分局', 2021, '2021'],
  ])('%s: agency, year, template and six sections', async (file, agency, year, template) => {
    const report = await read(file);
    expect(report).toMatchObject({ agency, year, template });
    expect(report.sections.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(Object.values(report.figures).every(({ state }) => state === 'stated')).toBe(true);
  });

  test('004 is signed before its year ended', async () => {
    const { header } = await read('004_016fbde8dd5f1447.txt');
    expect(header.period).toMatchObject({ from: '2021-01-01', to: '2021-12-31' });
    expect(header.signed?.date).toBe('2021-01-18');
  });

  test('a title that wraps is one title', async () => {
    expect((await read('002_0bce9a6b48843d2b.txt')).header.title).toBe(
      '怀远县公安局2024年政府信息公开工作年度报告',
    );
  });

  test('narrative is kept whole and in order, without the tables', async () => {
    const { sections } = await read('003_2bbfb42973e84ecc.txt');
    expect(sections[0]!.text).toMatch(/^\(一\)主动公开\n2024年,我局紧扣/);
    expect(sections[0]!.text).toMatch(/提升群众满意度。$/);
    expect(sections[2]!.text).toBe('');
    expect(sections[5]!.text).toBe('2024年无收取信息处理费情况及其他需要报告的事项。');
  });
});

describe('one report in eleven formats', () => {
  const FORMATS = [
    'html',
    'gbk.html',
    'docx',
    'doc',
    'odt',
    'rtf',
    'pdf',
    'chromium.pdf',
    'xlsx',
    'xls',
    'mht',
  ];
  const valuesOf = (report: Awaited<ReturnType<typeof read>>) =>
    Object.entries(report.figures).map(([id, { value, state }]) => [id, value, state]);
  const sectionsOf = (report: Awaited<ReturnType<typeof read>>) =>
    report.sections.map(({ number, title, text }) => [number, title, text.replace(/\s/g, '')]);

  test.each(FORMATS)('%s: the same figures and the same sections', async (format) => {
    const expected = await read('f1-official-2021.html');
    const report = await read(`f1-official-2021.${format}`);
    expect(valuesOf(report)).toEqual(valuesOf(expected));
    expect(sectionsOf(report)).toEqual(sectionsOf(expected));
    expect(report).toMatchObject({ agency: '淮安市人民政府', year: 2024, template: '2021' });
  });
});
