import { readFileSync } from 'node:fs';
import { readClaims } from '../../shared/report/claims/read-claims.ts';

interface Sample {
  readonly source: string;
  readonly sentence: string;
  readonly claims: readonly { readonly metric: string; readonly value: number }[];
  readonly otherNumbers: readonly string[];
}

const SAMPLES = new URL('../reports/narrative.jsonl', import.meta.url);

/** Results of cases, decisions and the like: claims of the contract that the samples list as other numbers. */
export const BEYOND_SAMPLES =
  /^(?:remedies\.\w+\.(?:upheld|corrected|other|pending)|disclosure\.(?:licensing|penalties|coercion)\.decisions|requests\.handled)$/;

export interface Tally {
  readonly metric: string;
  right: number;
  missed: number;
  wrong: number;
}

export interface ClaimsAccuracy {
  readonly tallies: readonly Tally[];
  readonly precision: number;
  readonly recall: number;
  /** Sentences with what was missed and what was taken wrongly. */
  readonly faults: readonly {
    readonly sentence: string;
    readonly missed: string[];
    readonly wrong: string[];
  }[];
  /** Claims that the contract knows and the samples do not list, by metric. */
  readonly beyond: ReadonlyMap<string, number>;
}

/** Reads every sample sentence by itself and compares with what a reader takes from it. */
export const measureClaims = (file: URL | string = SAMPLES): ClaimsAccuracy => {
  const samples = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Sample);
  const tallies = new Map<string, Tally>();
  const tally = (metric: string): Tally => {
    let entry = tallies.get(metric);
    if (!entry) {
      entry = { metric, right: 0, missed: 0, wrong: 0 };
      tallies.set(metric, entry);
    }
    return entry;
  };
  const beyond = new Map<string, number>();
  const faults: { sentence: string; missed: string[]; wrong: string[] }[] = [];
  for (const { sentence, claims } of samples) {
    const at = { line: 1, column: 1 };
    const section = {
      number: 1,
      title: '总体情况',
      text: sentence,
      at,
      paragraphs: [{ text: sentence, at }],
    };
    const taken = readClaims([section]);
    const expected = new Set(claims.map(({ metric, value }) => `${metric} ${value}`));
    const found = new Set<string>();
    const wrong: string[] = [];
    for (const { metric, value } of taken) {
      const key = `${metric} ${value}`;
      found.add(key);
      if (expected.has(key)) tally(metric).right += 1;
      else if (BEYOND_SAMPLES.test(metric)) beyond.set(metric, (beyond.get(metric) ?? 0) + 1);
      else {
        tally(metric).wrong += 1;
        wrong.push(key);
      }
    }
    const missed = [...expected].filter((key) => !found.has(key));
    for (const key of missed) tally(key.split(' ')[0]!).missed += 1;
    if (missed.length > 0 || wrong.length > 0) faults.push({ sentence, missed, wrong });
  }
  const all = [...tallies.values()].toSorted((a, b) => a.metric.localeCompare(b.metric));
  const sum = (key: 'right' | 'missed' | 'wrong'): number =>
    all.reduce((total, entry) => total + entry[key], 0);
  return {
    tallies: all,
    precision: sum('right') / Math.max(1, sum('right') + sum('wrong')),
    recall: sum('right') / Math.max(1, sum('right') + sum('missed')),
    faults,
    beyond,
  };
};

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** Prints precision and recall by metric, every fault, and whether the targets are met (95 % and 90 %). */
export const runClaimsAccuracy = (file?: URL | string): boolean => {
  const { tallies, precision, recall, faults, beyond } = measureClaims(file);
  console.log('metric'.padEnd(44), 'right', 'missed', 'wrong', 'precision', 'recall');
  for (const { metric, right, missed, wrong } of tallies) {
    console.log(
      metric.padEnd(44),
      String(right).padStart(5),
      String(missed).padStart(6),
      String(wrong).padStart(5),
      percent(right / Math.max(1, right + wrong)).padStart(9),
      percent(right / Math.max(1, right + missed)).padStart(7),
    );
  }
  for (const { sentence, missed, wrong } of faults) {
    console.log(`\n${sentence}`);
    for (const key of missed) console.log(`  missed  ${key}`);
    for (const key of wrong) console.log(`  wrong   ${key}`);
  }
  console.log(`\nprecision ${percent(precision)}, recall ${percent(recall)}`);
  for (const [metric, count] of beyond) console.log(`beyond the samples: ${metric} ${count}`);
  return precision >= 0.95 && recall >= 0.9;
};
