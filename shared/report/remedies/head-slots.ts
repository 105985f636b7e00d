import { fold } from '../fold.ts';
import { labelId } from '../labels.ts';
import type { Piece } from '../rows.ts';
import { REMEDIES, REMEDY_RESULTS } from '../templates/remedies.ts';

const WIDTH = REMEDY_RESULTS.length;
const ALL = REMEDIES.length * WIDTH;
const FORM_ROUTES = REMEDIES.map((_, route) => route);

/** The words above some values, and whether each was a cell of its own. */
interface Headed {
  readonly head: readonly Piece[];
  readonly borders: boolean;
}

/** Index of a head's word among the names of its kind, by kind. */
const places = (head: readonly Piece[], kind: 'remedy' | 'remedyResult'): number[] => {
  const names = kind === 'remedy' ? REMEDIES : REMEDY_RESULTS;
  return head.flatMap(({ labels }) => {
    const id = labelId(labels, kind);
    return id === undefined ? [] : [names.findIndex((name) => name.id === id)];
  });
};

const isLitigation = ({ labels, text }: Piece): boolean =>
  labelId(labels, 'remedyHead') !== undefined && /^行政诉讼/.test(fold(text));

/** The routes from left to right. 行政复议 stands above one group of columns, 行政诉讼 above the other two. */
const routesOf = (head: readonly Piece[]): readonly number[] | undefined => {
  const routes = [...new Set(places(head, 'remedy'))];
  const reconsideration = head.findIndex(({ labels }) => labelId(labels, 'remedy') === REMEDIES[0]!.id);
  const litigation = head.findIndex(isLitigation);
  const last = litigation >= 0 && litigation < reconsideration;
  const ordered = last ? [...routes.filter((route) => route !== 0), 0] : routes;
  if (ordered.length === REMEDIES.length) return ordered;
  return isAscending(ordered) ? FORM_ROUTES : undefined;
};

const isAscending = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number > numbers[index - 1]!);

const isWhole = (group: readonly number[]): boolean => new Set(group).size === WIDTH;

/** The results of each group of columns, in the form's order where the head does not name them all. */
const groupsOf = ({ head, borders }: Headed): readonly (readonly number[])[] | undefined => {
  const results = places(head, 'remedyResult');
  const own = REMEDIES.map((_, route) =>
    results.length === ALL ? results.slice(route * WIDTH, (route + 1) * WIDTH) : results,
  );
  if (own.every((group) => group.length === WIDTH && isWhole(group))) return own;
  // Some names got lost: those that are left must come in the form's order, group by group. Wrapped in a text
  // without borders they come line by line.
  const falls = results.filter((result, index) => index > 0 && result <= results[index - 1]!).length;
  const form = REMEDY_RESULTS.map((_, result) => result);
  return !borders || falls < REMEDIES.length ? REMEDIES.map(() => form) : undefined;
};

/**
 * The form's places of `count` values (fifteen, or the five of one route) from left to right, as the head above them
 * says; the form's own order where it says nothing, undefined where it says something else that is not whole.
 */
export const headSlots = (headed: Headed, count: number): readonly number[] | undefined => {
  const groups = groupsOf(headed);
  if (!groups) return undefined;
  const [first] = groups;
  if (count === WIDTH) return groups.every((group) => group.join() === first!.join()) ? first : undefined;
  return routesOf(headed.head)?.flatMap((route, place) =>
    groups[place]!.map((result) => route * WIDTH + result),
  );
};
