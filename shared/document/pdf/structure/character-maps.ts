import { LIMITS } from '../../limits.ts';
import { overLimit } from '../../unreadable.ts';

const SECTION = /beginbfrange([\s\S]*?)endbfrange/g;
const RANGE = /<([\da-f]{1,8})>\s*<([\da-f]{1,8})>\s*(?:<[^>]*>|\[[^\]]*\])/gi;

/**
 * How many characters a CMap's ranges unfold to (ISO 32000 9.10.3). A range of four billion takes twenty bytes,
 * and is unfolded one by one. Throws `Unreadable` when the limit is passed.
 */
export const checkCharacterMap = (content: Uint8Array): void => {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  if (!bytes.includes('beginbfrange')) return;
  let characters = 0;
  for (const [, section = ''] of bytes.toString('latin1').matchAll(SECTION)) {
    for (const [, from = '', to = ''] of section.matchAll(RANGE)) {
      characters += Math.max(0, Number.parseInt(to, 16) - Number.parseInt(from, 16));
      if (characters > LIMITS.characters.limit) throw overLimit('characters');
    }
  }
};
