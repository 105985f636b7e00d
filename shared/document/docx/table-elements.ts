import type { Attributes } from '../xml/attributes.ts';
import type { BodyState, ElementHandlers } from './body-state.ts';
import { whole } from './on-off.ts';

const mergeOf = (attributes: Attributes): 'restart' | 'continue' =>
  attributes.get('w:val') === 'restart' ? 'restart' : 'continue';

const vertical = {
  open: ({ table }: BodyState, attributes: Attributes) => {
    if (table) table.cell.vertical = mergeOf(attributes);
  },
};

const horizontal = {
  open: ({ table }: BodyState, attributes: Attributes) => {
    if (table) table.cell.horizontal = mergeOf(attributes);
  },
};

/** A cell whose coming or going is not yet accepted leaves it open which column the others stand in. */
const trackedCell = { open: (state: BodyState) => state.flow.grid?.doubt() };

/** Tables, rows and cells with their merges (ISO/IEC 29500-1, 17.4). */
export const TABLE_ELEMENTS: ElementHandlers = {
  'w:tbl': {
    open: ({ flow, tables }) => {
      flow.beginTable();
      tables.push({ rowDropped: false, after: 0, cell: { columnSpan: 1 } });
    },
    close: ({ flow, tables }) => {
      tables.pop();
      flow.endTable();
    },
  },
  'w:tr': {
    open: ({ flow, table }) => {
      flow.grid?.beginRow();
      if (table) Object.assign(table, { rowDropped: false, after: 0 });
    },
    close: ({ flow, table }) => {
      flow.grid?.skip(table?.after ?? 0);
      flow.endRow();
      if (table?.rowDropped) flow.grid?.dropRow();
    },
  },
  'w:gridBefore': { open: ({ flow }, attributes) => flow.grid?.skip(whole(attributes, 'w:val', 0)) },
  'w:gridAfter': {
    open: ({ table }, attributes) => {
      if (table) table.after = whole(attributes, 'w:val', 0);
    },
  },
  'w:tc': {
    open: ({ flow, table }) => {
      flow.beginCell();
      if (table) table.cell = { columnSpan: 1 };
    },
    close: ({ flow, table }) => flow.endCell(table?.cell ?? { columnSpan: 1 }),
  },
  'w:gridSpan': {
    open: ({ table }, attributes) => {
      if (table) table.cell.columnSpan = whole(attributes, 'w:val', 1);
    },
  },
  'w:vMerge': vertical,
  'w:vmerge': vertical,
  'w:hMerge': horizontal,
  'w:hmerge': horizontal,
  'w:cellDel': trackedCell,
  'w:cellIns': trackedCell,
  'w:cellMerge': trackedCell,
};
