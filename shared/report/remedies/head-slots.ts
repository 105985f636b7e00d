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

const indexes = (names: readonly { readonly id: string }[]): ReadonlyMap<string, number> =>
  new Map(names.map(({ id }, index) => [id, index]));

const INDEXES = { remedy: indexes(REMEDIES), remedyResult: indexes(REMEDY_RESULTS) };

/** Index of a head's word among the names of its kind, by kind. */
export const places = (head: readonly Piece[], kind: keyof typeof INDEXES): number[] => {
  const found: number[] = [];
  for (const { labels } of head) {
    const id = labelId(labels, kind);
    if (id !== undefined) found.push(INDEXES[kind].get(id)!);
  }
  return found;
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

/** One bit for each result. */
const ALL_RESULTS = (1 << WIDTH) - 1;

const isWhole = (group: readonly number[]): boolean => {
  let named = 0;
  for (const result of group) named |= 1 << result;
  return named === ALL_RESULTS;
};

/** The results of each group of columns, in the form's order where the head does not name them all. */
const groupsOf = ({ head, borders }: Headed): readonly (readonly number[])[] | undefined => {
  const results = places(head, 'remedyResult');
  if (results.length === WIDTH && isWhole(results)) return REMEDIES.map(() => results);
  if (results.length === ALL) {
    const own = REMEDIES.map((_, route) => results.slice(route * WIDTH, (route + 1) * WIDTH));
    if (own.every(isWhole)) return own;
  }
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
  const routes = routesOf(headed.head);
  if (!routes) return undefined;
  const slots: number[] = [];
  routes.forEach((route, place) => {
    for (const result of groups[place]!) slots.push(route * WIDTH + result);
  });
  return slots;
};
