import { labelId, labelsOf } from '../labels.ts';
import type { Piece } from '../rows.ts';
import { APPLICANTS } from '../templates/requests.ts';
import type { Entry } from './entry.ts';
import type { ValueOrder } from './head-order.ts';

/** An entry that is not closed yet: values may follow, or the rest of its label. */
export interface Draft {
  label?: string;
  text: string;
  values: Piece[];
  lines: number;
  /** Came as a cell of a bordered row without any value cell. */
  borders: boolean;
  /** Is the heading of a group, which names no row. */
  group: boolean;
}

export const emptyDraft = (text: string, label?: string, { borders = false, group = false } = {}): Draft => ({
  ...(label !== undefined && { label }),
  text,
  values: [],
  lines: 0,
  borders,
  group,
});

/** What a draft without numbers and without an exact label leaves to the entry behind it. */
export const floatingText = (draft: Draft | undefined): string =>
  draft && draft.values.length === 0 && draft.label === undefined && !draft.group ? draft.text : '';

/** Values without borders in runs of seven: where a label is lost, its numbers follow those of the row before. */
const inSevens = (entry: Entry): Entry[] => {
  const width = APPLICANTS.length;
  const { values } = entry;
  if (entry.borders || values.length <= width || values.length % width !== 0) return [entry];
  return Array.from({ length: values.length / width }, (_, index) => {
    const own = values.slice(index * width, (index + 1) * width);
    return index === 0 ? { ...entry, values: own } : { ...entry, label: undefined, text: '', values: own };
  });
};

/** What a draft comes to when the next label begins; none where it has no values and names no row. */
export const entriesOf = (
  { label: named, text, values, lines }: Draft,
  order: ValueOrder,
): readonly Entry[] => {
  const label = named ?? labelId(labelsOf(text), 'requestRow');
  if (values.length === 0 && label === undefined) return [];
  return inSevens({
    label,
    text,
    values,
    cells: values,
    borders: false,
    columns: false,
    table: -1,
    full: true,
    order,
    oneLine: lines <= 1,
    glued: undefined,
  });
};
