import { examine } from '../../shared/checks/examine.ts';
import { read } from '../../shared/document/read.ts';
import type { Examined } from './examined.ts';
import { readRows } from './read-rows.ts';

/** What a file comes to, with what its reader read. */
export const examineHere = async (
  bytes: Uint8Array,
  name: string,
  onExamined = () => {},
): Promise<Examined> => {
  const { verdict, reason, report } = await examine(bytes, name);
  onExamined();
  const shown = Object.entries(report?.figures ?? {}).filter(([, { state }]) => state !== 'missing');
  const again = report && (await read(bytes, name));
  return {
    verdict: reason ?? verdict,
    figures: Object.fromEntries(
      shown.map(([id, { value, state, at }]) => [id, { value, state, ...(at && { at }) }]),
    ),
    rows: again?.ok ? readRows(again.document.blocks) : [],
  };
};
