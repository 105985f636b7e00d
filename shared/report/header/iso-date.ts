/** A date as `YYYY-MM-DD`, of digits as printed. */
export const iso = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
