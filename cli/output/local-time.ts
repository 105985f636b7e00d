const two = (number: number): string => String(number).padStart(2, '0');

/**
 * A moment as the clocks of this machine show it, to the minute, with their distance from UTC:
 * `2025-01-20 16:05 +08:00`.
 *
 * @param moment ISO 8601
 */
export const localTime = (moment: string): string => {
  const at = new Date(moment);
  // "The number of minutes that the local time is behind UTC": negative east of Greenwich.
  const ahead = -at.getTimezoneOffset();
  const distance = Math.abs(ahead);
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const offset = `${ahead < 0 ? '-' : '+'}${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
  return `${date} ${two(at.getHours())}:${two(at.getMinutes())} ${offset}`;
};
