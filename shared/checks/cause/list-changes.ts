import { figureName } from '../../report/templates/figure-list.ts';
import type { Change } from '../outcome.ts';

/** Stands between cells: names of rows have 、 in them, such as 三、（七）总计. */
const BETWEEN = { zh: '；', en: '; ' } as const;

/** Changed cells by row and column, each with the number that is printed and the one that would be right. */
export const listChanges = (changes: readonly Change[], language: keyof typeof BETWEEN): string =>
  changes
    .map(({ figure, from, to }) => {
      const name = figureName(figure);
      return `${name ? `${name.row} ${name.column}` : figure} ${from ?? '□'}→${to}`;
    })
    .join(BETWEEN[language]);
