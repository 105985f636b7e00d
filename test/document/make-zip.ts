import { strToU8, type Zippable, zipSync } from 'fflate';

/** An archive with the given parts, names to texts. */
export const makeZip = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array => {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    files[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  return zipSync(files);
};
