import { displayWidth } from '../../shared/document/text/lines.ts';
import { type Score, scoreFile } from './score.ts';
import { readTruths } from './truth.ts';

const HEADS = [
  'verdict',
  'figures',
  'stated',
  'inferred',
  'wrong',
  'missing',
  'blank',
  'lost',
  'outcomes',
  'wrong',
  'open',
];

const cells = (score: Score): string[] =>
  [
    score.verdict,
    score.figures,
    score.stated,
    score.inferred,
    score.wrong.length,
    score.missing,
    score.blank,
    score.lost,
    score.outcomesRight,
    score.outcomesWrong.length,
    score.outcomesOpen,
  ].map(String);

const line = (name: string, columns: readonly string[]): string =>
  name +
  ' '.repeat(Math.max(1, 36 - displayWidth(name))) +
  columns.map((text, i) => text.padStart(i === 0 ? 19 : 9)).join('');

const total = (scores: readonly Score[]): string[] => {
  const sum = (pick: (score: Score) => number) => String(scores.reduce((all, score) => all + pick(score), 0));
  return [
    `${scores.length} files`,
    sum((score) => score.figures),
    sum((score) => score.stated),
    sum((score) => score.inferred),
    sum((score) => score.wrong.length),
    sum((score) => score.missing),
    sum((score) => score.blank),
    sum((score) => score.lost),
    sum((score) => score.outcomesRight),
    sum((score) => score.outcomesWrong.length),
    sum((score) => score.outcomesOpen),
  ];
};

/**
 * Reads every sample report and prints, per file and in sum, how its figures and its arithmetic came out. Returns
 * the number of wrong figures and outcomes: anything but 0 is a defect.
 */
export const printFigureAccuracy = async (folder: string): Promise<number> => {
  console.log(line('', HEADS));
  const scores: Score[] = [];
  for (const truth of readTruths(folder)) {
    for (const file of truth.files) {
      const score = await scoreFile(folder, truth, file);
      scores.push(score);
      console.log(line(file, cells(score)));
      for (const wrong of [...score.wrong, ...score.outcomesWrong]) console.log(`    WRONG ${wrong}`);
    }
  }
  console.log(line('sum', total(scores)));
  return scores.reduce((all, score) => all + score.wrong.length + score.outcomesWrong.length, 0);
};
