import { readdirSync, readFileSync } from 'node:fs';
import type { Format } from '../../shared/document/document.ts';
import { REPORTS } from '../accuracy/truth.ts';
import { distinct } from './distinct.ts';

export interface Sample {
  readonly name: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
}

const ENDINGS: readonly (readonly [RegExp, Format])[] = [
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

/** The formats that there are samples of. */
export const FORMATS: readonly Format[] = ENDINGS.map(([, format]) => format);

/** The sample reports of all formats, or of one. */
export const readSamples = (only?: string): Sample[] =>
  readdirSync(REPORTS).flatMap((name) => {
    const format = ENDINGS.find(([pattern]) => pattern.test(name))?.[1];
    if (!format || (only !== undefined && format !== only)) return [];
    return [{ name, format, bytes: readFileSync(`${REPORTS}/${name}`) }];
  });

/** The samples, each followed by itself with a number of its own in every cell, where that can be written. */
export const withDistinct = (samples: readonly Sample[]): Sample[] =>
  samples.flatMap((sample) => [sample, distinct(sample) ?? []].flat());
