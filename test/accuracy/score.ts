import { readFileSync } from 'node:fs';
import type { Examination } from '../../shared/checks/examination.ts';
import { examine } from '../../shared/checks/examine.ts';
import { expectedOutcomes } from './expected-outcomes.ts';
import { rawFile, type Truth } from './truth.ts';

/** How one file was read, in figures and in outcomes of the arithmetic. */
export interface Score {
  readonly file: string;
  readonly verdict: string;
  readonly figures: number;
  readonly stated: number;
  readonly inferred: number;
  /** Stated or inferred, and not what the document says; each as `id: found, not true`. */
  readonly wrong: readonly string[];
  readonly missing: number;
  /** Blank in the document: said to be blank or not applicable. */
  readonly blank: number;
  /** Blank in the document: not found, since the layout lost the cell. */
  readonly lost: number;
  readonly outcomesRight: number;
  readonly outcomesWrong: readonly string[];
  readonly outcomesOpen: number;
  readonly milliseconds: number;
}

const scoreFigures = ({ figures: truth }: Truth, { report }: Examination) => {
  const score = { figures: 0, stated: 0, inferred: 0, wrong: [] as string[], missing: 0, blank: 0, lost: 0 };
  for (const [id, expected] of Object.entries(truth)) {
    score.figures++;
    const found = report?.figures[id];
    const value = found?.value ?? null;
    if (value !== null && value !== expected) score.wrong.push(`${id}: ${value}, not ${expected}`);
    else if (expected === null) found?.state === 'missing' || !found ? score.lost++ : score.blank++;
    else if (value === null) score.missing++;
    else found?.state === 'inferred' ? score.inferred++ : score.stated++;
  }
  return score;
};

const scoreOutcomes = (truth: Truth, { outcomes }: Examination) => {
  const said = new Map(outcomes.map(({ rule, subject, outcome }) => [`${rule} ${subject}`, outcome]));
  const score = { outcomesRight: 0, outcomesWrong: [] as string[], outcomesOpen: 0 };
  for (const [key, expected] of expectedOutcomes(truth)) {
    const outcome = said.get(key);
    if (outcome === expected) score.outcomesRight++;
    else if (outcome === 'pass' || outcome === 'fail')
      score.outcomesWrong.push(`${key}: ${outcome}, not ${expected}`);
    else score.outcomesOpen++;
  }
  return score;
};

/** Reads one file and holds it against its truth. */
export const scoreFile = async (folder: string, truth: Truth, file: string): Promise<Score> => {
  const bytes = readFileSync(rawFile(folder, file));
  const start = performance.now();
  const examination = await examine(bytes, file);
  const milliseconds = performance.now() - start;
  return {
    file,
    verdict: examination.reason ?? examination.verdict,
    ...scoreFigures(truth, examination),
    ...scoreOutcomes(truth, examination),
    milliseconds,
  };
};
