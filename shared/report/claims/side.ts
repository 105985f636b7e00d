/** Which side of its number a word puts the number meant: 3200余 and 逾3200 above, 近3200 below. */
export type Side = 'more' | 'over' | 'nearly';

/** How far 逾 and 近 may be from the number meant. */
const LEEWAY = 0.1;

/** One unit of the last digit that is not 0: 100 for 3200. */
const lastUnit = (value: number): number => {
  let unit = 1;
  while (value % (unit * 10) === 0) unit *= 10;
  return unit;
};

/**
 * The least and the most that is meant. 3200余 is 3200 to 3299: what passes the next unit of the last digit would be
 * printed 3300余. 逾 is said of more than that (逾3000 of 4050), and 近 never of more than its number.
 */
export const rangeOf = (
  side: Side,
  value: number,
  precision: number,
): readonly [least: number, most: number] | undefined => {
  if (value <= 0) return undefined;
  const unit = lastUnit(value) - 1;
  const near = Math.floor(value * LEEWAY);
  if (side === 'nearly') return [value - Math.max(near, precision - 1), value];
  return [value, value + (side === 'more' ? unit : Math.max(unit, near))];
};
