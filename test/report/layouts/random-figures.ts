import type { TemplateId } from '../../../shared/report/report.ts';
import { DISCLOSURE_ROWS } from '../../../shared/report/templates/disclosure.ts';
import { REMEDIES, REMEDY_RESULTS } from '../../../shared/report/templates/remedies.ts';
import { APPLICANTS, requestRows } from '../../../shared/report/templates/requests.ts';
import { type Random, seeded } from '../../checks/mutations/random.ts';

/** What is printed in the cells that hold no number worth printing. */
export const BLANK_STYLES = ['none', 'zeros', 'scattered', 'slashes', 'rows'] as const;
export type BlankStyle = (typeof BLANK_STYLES)[number];

export interface FigureOptions {
  readonly seed: number;
  readonly disclosure: TemplateId;
  readonly requests: TemplateId;
  /** Cells changed after all sums were right. */
  readonly slips: number;
  readonly blanks: BlankStyle;
  /** Numbers as most offices print them: mostly nothing, seldom more than a few dozen. */
  readonly small?: boolean;
}

/** Printed cells by figure id; an empty text is a blank cell. */
export type Printed = ReadonlyMap<string, string>;

const LARGE = 60_000;

const count = (random: Random, small: boolean): number => {
  const kind = random.below(12);
  if (small) return kind < 10 ? 0 : random.below(kind === 10 ? 10 : 80);
  if (kind < 7) return 0;
  if (kind < 10) return random.below(10);
  return kind === 10 ? random.below(100) : random.below(LARGE);
};

const requestNumbers = (template: TemplateId, random: Random, small: boolean): Map<string, number> => {
  const numbers = new Map<string, number>();
  const kinds = APPLICANTS.slice(0, -1);
  const rows = requestRows(template);
  const put = (row: string, values: readonly number[]) => {
    const all = [...values, values.reduce((sum, value) => sum + value, 0)];
    APPLICANTS.forEach(({ id }, index) => numbers.set(`requests.${row}.${id}`, all[index]!));
  };
  const outcomes = rows.filter(({ outcome }) => outcome);
  for (const { id } of outcomes)
    put(
      id,
      kinds.map(() => count(random, small)),
    );
  const closed = kinds.map(({ id }) =>
    outcomes.reduce((sum, row) => sum + numbers.get(`requests.${row.id}.${id}`)!, 0),
  );
  const forward = kinds.map(() => (random.below(3) === 0 ? random.below(12) : 0));
  const carried = kinds.map((_, i) =>
    Math.min(closed[i]! + forward[i]!, random.below(3) === 0 ? random.below(9) : 0),
  );
  put('closed', closed);
  put('carriedForward', forward);
  put('carriedOver', carried);
  put(
    'received',
    kinds.map((_, i) => closed[i]! + forward[i]! - carried[i]!),
  );
  return numbers;
};

const disclosureNumbers = (template: TemplateId, random: Random, small: boolean): Map<string, string> => {
  const numbers = new Map<string, string>();
  for (const row of DISCLOSURE_ROWS[template]) {
    for (const { id, unit, signed } of row.columns) {
      const number = count(random, small);
      const text = unit && number > 0 ? `${number}.${1 + random.below(99)}` : String(number);
      numbers.set(
        `disclosure.${row.id}.${id}`,
        signed && number > 0 && random.below(2) === 0 ? `-${text}` : text,
      );
    }
  }
  return numbers;
};

const remedyNumbers = (random: Random, small: boolean): Map<string, number> => {
  const numbers = new Map<string, number>();
  for (const { id } of REMEDIES) {
    const values = REMEDY_RESULTS.slice(0, -1).map(() => count(random, small) % 200);
    const all = [...values, values.reduce((sum, value) => sum + value, 0)];
    REMEDY_RESULTS.forEach((result, index) => numbers.set(`remedies.${id}.${result.id}`, all[index]!));
  }
  return numbers;
};

const printedAs = (text: string, style: BlankStyle, random: Random): string => {
  if (style === 'zeros') return text === '0' ? '' : text;
  if (style === 'slashes') return text === '0' && random.below(2) === 0 ? '/' : text;
  if (style === 'scattered') return random.below(6) === 0 ? '' : text;
  return text;
};

/** Plausible figures for the three tables, with their sums right but for the slips asked for. */
export const randomFigures = ({
  seed,
  disclosure,
  requests,
  slips,
  blanks,
  small = false,
}: FigureOptions): Printed => {
  const random = seeded(seed);
  const numbers = new Map<string, string>([
    ...disclosureNumbers(disclosure, random, small),
    ...[...requestNumbers(requests, random, small), ...remedyNumbers(random, small)].map(
      ([id, value]): [string, string] => [id, String(value)],
    ),
  ]);
  const ids = [...numbers.keys()];
  for (let slip = 0; slip < slips; slip++) numbers.set(random.pick(ids)!, String(random.below(300)));
  const blankRow = new Map<string, boolean>();
  return new Map(
    ids.map((id) => {
      const row = id.slice(0, id.lastIndexOf('.'));
      if (!blankRow.has(row)) blankRow.set(row, blanks === 'rows' && random.below(5) === 0);
      return [id, blankRow.get(row) ? '' : printedAs(numbers.get(id)!, blanks, random)];
    }),
  );
};
