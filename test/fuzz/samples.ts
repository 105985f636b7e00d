import { readdirSync, readFileSync } from 'node:fs';
import type { Format } from '../../shared/document/document.ts';
import { REPORTS } from '../accuracy/truth.ts';

export interface Sample {
  readonly name: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
}

const FORMATS: readonly (readonly [RegExp, Format])[] = [
  [/\.md(?:\.txt)?$/, 'markdown'],
  [/\.txt$/, 'text'],
  [/\.html$/, 'html'],
  [/\.docx$/, 'docx'],
  [/\.doc$/, 'doc'],
  [/\.odt$/, 'odt'],
  [/\.rtf$/, 'rtf'],
  [/\.pdf$/, 'pdf'],
  [/\.xlsx$/, 'xlsx'],
  [/\.xls$/, 'xls'],
  [/\.ofd$/, 'ofd'],
  [/\.mht$/, 'mht'],
];

/** The sample reports of all formats, or of one. */
export const readSamples = (only?: string): Sample[] =>
  readdirSync(REPORTS).flatMap((name) => {
    const format = FORMATS.find(([pattern]) => pattern.test(name))?.[1];
    if (!format || (only !== undefined && format !== only)) return [];
    return [{ name, format, bytes: readFileSync(`${REPORTS}/${name}`) }];
  });
