import type { ListLevel } from '../numbering/list-counters.ts';
import { damaged } from '../unreadable.ts';
import type { ByteSource } from './byte-source.ts';
import type { PartPlace } from './file-information.ts';

/** A list as paragraphs use it: the definition it shares with others, and what it overrides of it. */
export interface ListUse {
  readonly definition: number;
  readonly overrides: ReadonlyMap<number, { readonly start?: number; readonly level?: ListLevel }>;
}

export interface ListDefinitions {
  readonly levels: ReadonlyMap<number, readonly ListLevel[]>;
  /** By the index that a paragraph names, less 1. */
  readonly uses: readonly ListUse[];
}

/** MSONFC ([MS-OSHARED] 2.2.1.3) in its order, under the names of ST_NumberFormat. */
const FORMATS = (
  'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ' +
  'ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal ' +
  'japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero ' +
  'bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ' +
  'ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ' +
  'ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified ' +
  'chineseCountingThousand'
).split(' ');
const NO_NUMBER = 0xff;

const LIST_SIZE = 28;
const LEVEL_SIZE = 28;
const USE_SIZE = 16;

/** A level ([MS-DOC] 2.9.148) and where it ends. */
const readLevel = (table: ByteSource, at: number): { level: ListLevel; end: number } => {
  const format = table.u8(at + 4);
  const flags = table.u8(at + 5);
  const text = at + LEVEL_SIZE + table.u8(at + 24) + table.u8(at + 25);
  const length = table.u16(text);
  table.need(text + 2, 2 * length);
  const places = new Set<number>();
  for (let i = 0; i < 9; i++) places.add(table.u8(at + 6 + i) - 1);
  let label = '';
  for (let i = 0; i < length; i++) {
    const code = table.u16(text + 2 + 2 * i);
    label += places.has(i) && code < 9 ? `%${code + 1}` : String.fromCharCode(code);
  }
  const level: ListLevel = {
    start: table.i32(at),
    format: format === NO_NUMBER ? 'none' : (FORMATS[format] ?? 'decimal'),
    text: label,
    ...(flags & 0x04 ? { legal: true } : {}),
    ...(flags & 0x08 ? { restartAfter: table.u8(at + 26) - 1 } : {}),
  };
  return { level, end: text + 2 + 2 * length };
};

/** The lists' definitions; their levels stand behind the part that the file header names ([MS-DOC] 2.9.191). */
const readLists = (table: ByteSource, { start, size }: PartPlace): Map<number, ListLevel[]> => {
  const lists = new Map<number, ListLevel[]>();
  if (size === 0) return lists;
  const count = table.u16(start);
  let at = start + 2 + LIST_SIZE * count;
  for (let i = 0; i < count; i++) {
    const list = start + 2 + LIST_SIZE * i;
    const simple = table.u8(list + 26) & 1;
    const levels: ListLevel[] = [];
    for (let k = 0; k < (simple ? 1 : 9); k++) {
      const { level, end } = readLevel(table, at);
      levels.push(level);
      at = end;
    }
    lists.set(table.u32(list), levels);
  }
  return lists;
};

const readUses = (table: ByteSource, { start, size }: PartPlace): ListUse[] => {
  if (size === 0) return [];
  const count = table.u32(start);
  if (count > table.length / USE_SIZE) throw damaged('编号列表有错', 'the lists of the document are broken');
  let at = start + 4 + USE_SIZE * count;
  const uses: ListUse[] = [];
  for (let i = 0; i < count; i++) {
    const use = start + 4 + USE_SIZE * i;
    const overrides = new Map<number, { start?: number; level?: ListLevel }>();
    // Four bytes that mean nothing stand before the overrides of each list ([MS-DOC] 2.9.133).
    at += 4;
    for (let left = table.u8(use + 12); left > 0; left--) {
      const flags = table.u8(at + 4);
      const startsAt = flags & 0x10 ? { start: table.i32(at) } : {};
      at += 8;
      if (flags & 0x20) {
        const { level, end } = readLevel(table, at);
        at = end;
        overrides.set(flags & 0xf, { ...(flags & 0x10 ? { start: level.start } : {}), level });
      } else overrides.set(flags & 0xf, startsAt);
    }
    uses.push({ definition: table.u32(use), overrides });
  }
  return uses;
};

/** The lists of a document and their uses ([MS-DOC] 2.9.131, 2.9.191). */
export const readListDefinitions = (
  table: ByteSource,
  lists: PartPlace,
  uses: PartPlace,
): ListDefinitions => ({
  levels: readLists(table, lists),
  uses: readUses(table, uses),
});
