import { LIMITS } from '../../limits.ts';
import { damaged, overLimit } from '../../unreadable.ts';
import { type CrossReference, type Location, readCrossReference } from './cross-reference.ts';
import { decode } from './filters.ts';
import { Parser } from './parser.ts';
import type { PdfStream } from './stream.ts';
import { type Dictionary, isDictionary, isReference, type Value } from './value.ts';

interface ObjectAt {
  readonly number: number;
  readonly value: Value;
  /** Undecoded bytes, where the object is a stream. */
  readonly packed?: Uint8Array;
}

const broken = (number: number) => damaged(`PDF 对象 ${number} 有错`, `object ${number} of the PDF is wrong`);

/** Tags for screen readers are most of a browser's objects, and say nothing of whether the file is whole. */
const TAG = '<</Type /StructElem';
const UNUSED: Dictionary = new Map();

const isTag = (bytes: Buffer, at: number): boolean => {
  const from = bytes[at] === 10 ? at + 1 : at;
  return bytes[from + 9] === 83 && bytes.toString('latin1', from, from + TAG.length) === TAG;
};

/** What of a stream's dictionary tells how to decode it. */
const FILTER_ENTRIES = ['Filter', 'F', 'DecodeParms', 'DP'];

/** References behind references: each may only lead on this often. */
const LONGEST_CHAIN = 32;

/** The objects of a PDF file, as far as its structure has to be known to tell whether it is whole. */
export class PdfFile {
  readonly #bytes: Buffer;
  readonly #objects = new Map<number, Value>();
  readonly #packed = new Map<number, Uint8Array>();
  readonly #contents = new Map<number, Uint8Array | undefined>();
  readonly #containers = new Map<number, readonly Value[]>();
  /** Empty until it is read, when the streams that hold it are read already. */
  #crossReference: CrossReference = { locations: new Map(), trailer: new Map() };
  #budget: number = LIMITS.inflatedBytes.limit;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#crossReference = readCrossReference(bytes, (offset) => this.#streamAt(offset));
    this.#objects.clear();
  }

  get trailer(): Dictionary {
    return this.#crossReference.trailer;
  }

  get numbers(): number[] {
    return [...this.#crossReference.locations.keys()];
  }

  /**
   * Reads every object that stands by itself; those in object streams are left, which encryption makes unreadable.
   * Throws `Unreadable` where one is not at its place.
   */
  checkPlaces(): void {
    for (const [number, location] of this.#crossReference.locations) {
      if ('offset' in location) this.object(number);
    }
  }

  /** What a value is once references are followed; null for an object that is not there. */
  resolve(value: Value | undefined): Value {
    let found = value ?? null;
    for (let i = 0; isReference(found); i++) {
      if (i > LONGEST_CHAIN) return null;
      found = this.object(found.object);
    }
    return found;
  }

  dictionary(value: Value | undefined): Dictionary | undefined {
    const found = this.resolve(value);
    return isDictionary(found) ? found : undefined;
  }

  /** An object by its number; of a stream its dictionary. */
  object(number: number): Value {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    const location = this.#crossReference.locations.get(number);
    const value = location === undefined ? null : this.#read(number, location);
    this.#objects.set(number, value);
    return value;
  }

  /**
   * The decoded content of a stream; undefined where the object is none or has filters that are not understood.
   * Throws `Unreadable` when the data is broken, or when all contents pass the limit.
   */
  content(number: number): Uint8Array | undefined {
    if (this.#contents.has(number)) return this.#contents.get(number);
    const value = this.object(number);
    const packed = this.#packed.get(number);
    const content = packed && isDictionary(value) ? this.#decode(packed, value) : undefined;
    this.#contents.set(number, content);
    return content;
  }

  #decode(packed: Uint8Array, dictionary: Dictionary): Uint8Array | undefined {
    const direct = new Map(FILTER_ENTRIES.map((name) => [name, this.resolve(dictionary.get(name))]));
    const content = decode(packed, direct, this.#budget);
    this.#budget -= content?.length ?? 0;
    if (this.#budget < 0) throw overLimit('inflatedBytes');
    return content;
  }

  #read(number: number, location: Location): Value {
    if ('offset' in location) {
      const { value, packed } = this.#objectAt(location.offset, number);
      if (packed) this.#packed.set(number, packed);
      return value;
    }
    // What encryption hides is not needed to see whether the file is whole.
    if (this.trailer.has('Encrypt')) return null;
    const values = this.#container(location.container);
    return values[location.index] ?? null;
  }

  /** The objects of an object stream (ISO 32000 7.5.7). */
  #container(number: number): readonly Value[] {
    const known = this.#containers.get(number);
    if (known) return known;
    this.#containers.set(number, []);
    const dictionary = this.object(number);
    const content = this.content(number);
    if (!isDictionary(dictionary) || dictionary.get('Type') !== '/ObjStm' || !content) throw broken(number);
    const count = this.resolve(dictionary.get('N'));
    const first = this.resolve(dictionary.get('First'));
    if (typeof count !== 'number' || typeof first !== 'number') throw broken(number);
    if (count > LIMITS.objects.limit) throw overLimit('objects');
    const index = new Parser(content);
    const values: Value[] = [];
    for (let i = 0; i < count; i++) {
      const [own, offset] = [index.integer(), index.integer()];
      if (own === undefined || offset === undefined || first + offset > content.length) throw broken(number);
      values.push(new Parser(content, first + offset).value());
    }
    this.#containers.set(number, values);
    return values;
  }

  /** Reads `N G obj … endobj` at an offset, where object `expected` must stand if that is known. */
  #objectAt(offset: number, expected?: number): ObjectAt {
    const parser = new Parser(this.#bytes, offset);
    const number = parser.integer();
    const generation = parser.integer();
    if (number === undefined || generation === undefined || !parser.keyword('obj')) {
      throw broken(expected ?? number ?? 0);
    }
    if (expected !== undefined && number !== expected) throw broken(expected);
    if (parser.keyword('endobj')) return { number, value: null };
    const value = isTag(this.#bytes, parser.at) ? UNUSED : parser.value();
    if (value === UNUSED) parser.skipDictionary();
    if (isDictionary(value) && parser.keyword('stream')) {
      return { number, value, packed: this.#data(parser.at, number, value) };
    }
    if (!parser.keyword('endobj')) throw broken(number);
    return { number, value };
  }

  /** The bytes between `stream` and `endstream`: as many as stated, or where that is wrong, up to the keyword. */
  #data(keywordEnd: number, number: number, dictionary: Dictionary): Uint8Array {
    const bytes = this.#bytes;
    let from = keywordEnd;
    if (bytes[from] === 13) from++;
    if (bytes[from] === 10) from++;
    const length = this.resolve(dictionary.get('Length'));
    if (typeof length === 'number' && length >= 0 && from + length <= bytes.length) {
      if (new Parser(bytes, from + length).keyword('endstream')) return bytes.subarray(from, from + length);
    }
    const end = bytes.indexOf('endstream', from, 'latin1');
    if (end < 0) throw broken(number);
    return bytes.subarray(from, end);
  }

  #streamAt(offset: number): PdfStream {
    const { number, value, packed } = this.#objectAt(offset);
    if (!packed || !isDictionary(value)) throw broken(number);
    return {
      dictionary: value,
      content: () => {
        const content = this.#decode(packed, value);
        if (!content) throw broken(number);
        return content;
      },
    };
  }
}
