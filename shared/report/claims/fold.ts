import { foldRadicals } from '../../document/radicals.ts';
import { UnitBuffer } from '../code-units.ts';
import { SIMPLIFIED } from '../traditional.ts';

/**
 * Text in the one form the lexicon knows: half width, simplified, without spaces, one code unit for one, so
 * that every place leads back to the source. PDF text prints `3119 件`, some print Kangxi radicals, and some
 * offices publish in traditional characters (政府信息公開).
 */
export interface Folded {
  /** Code units; only the first `length` count, with a 0 after them. The buffer is reused by the next call. */
  readonly codes: Uint16Array;
  /** Place in the source of every code unit, and of the end. */
  readonly at: Uint32Array;
  readonly length: number;
}

/** Traditional characters that narratives use and the official form does not. */
const NARRATIVE_PAIRS =
  '覆复錯错餘余億亿兩两動动戶户爲为從从書书認认斷断預预臺台曆历較较載载長长順顺館馆傳传會会優优價价協协廳厅參参啟启園园圍围圖图' +
  '場场備备獎奖庫库懲惩擬拟時时來来標标欄栏檢检畢毕滿满稱称簽签終终節节敗败針针壹一貳二';

const SPACES = ' \t\r\u00a0\u3000\u2002\u2003\u2009\u200b\u200c\u200d\ufeff';

/** By code unit: what it folds to, 0 where it is left out. */
export const FOLDS: Uint16Array = (() => {
  const table = SIMPLIFIED.slice();
  for (let code = 0; code < table.length; code++) table[code] ||= code;
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xfee0;
  for (let code = 0x2e80; code <= 0x2fd5; code++) {
    const character = foldRadicals(String.fromCharCode(code));
    if (character.length === 1) table[code] = character.charCodeAt(0);
  }
  for (let pair = 0; pair < NARRATIVE_PAIRS.length; pair += 2) {
    table[NARRATIVE_PAIRS.charCodeAt(pair)] = NARRATIVE_PAIRS.charCodeAt(pair + 1);
  }
  for (const space of SPACES) table[space.charCodeAt(0)] = 0;
  return table;
})();

const folded = new UnitBuffer(4096);
let at = new Uint32Array(4096);

/** The part of a text from `start` to `end`, folded. The buffers are valid until the next call. */
export const foldText = (printed: Uint16Array, start: number, end: number): Folded => {
  const codes = folded.reserve(end - start + 1);
  if (at.length < codes.length) at = new Uint32Array(codes.length);
  let length = 0;
  for (let place = start; place < end; place++) {
    const code = FOLDS[printed[place]!]!;
    if (code === 0) continue;
    codes[length] = code;
    at[length] = place;
    length += 1;
  }
  codes[length] = 0;
  at[length] = end;
  return { codes, at, length };
};

/** What stands between two places of the text folded last. */
export const textBetween = (from: number, to: number): string => folded.textBetween(from, to);
