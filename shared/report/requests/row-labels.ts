import { labelId } from '../labels.ts';
import type { Piece } from '../rows.ts';

/** The row of the form that a row's label cells name: the last one that names any, being the most particular. */
export const rowLabel = (labels: readonly Piece[]): string | undefined => {
  for (let i = labels.length - 1; i >= 0; i--) {
    const id = labelId(labels[i]!.labels, 'requestRow');
    if (id) return id;
  }
  return undefined;
};

/** The last of the label cells is the heading of a group: numbers behind it are the group's own. */
export const isGroup = (labels: readonly Piece[]): boolean =>
  labels.length > 0 && labelId(labels.at(-1)!.labels, 'requestGroup') !== undefined;

/** What is printed as the row's label; a group's heading by itself. */
export const labelText = (labels: readonly Piece[]): string => {
  if (isGroup(labels)) return labels.at(-1)!.text;
  let text = '';
  for (const label of labels) text += label.text;
  return text;
};
