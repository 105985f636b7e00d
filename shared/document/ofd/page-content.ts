import { LIMITS } from '../limits.ts';
import { drawnLines, ruleOf } from '../page/drawn-lines.ts';
import { apply, compose, IDENTITY, type Matrix } from '../page/matrix.ts';
import type { Glyph, Rule } from '../page/page.ts';
import { overLimit } from '../unreadable.ts';
import type { Attributes } from '../xml/attributes.ts';
import type { XmlHandler } from '../xml/scan-xml.ts';
import { numberOf, numbersOf } from './numbers.ts';
import { pathPoints } from './path-data.ts';
import { openTextCode, placeText, type TextCode, type TextObject } from './text-object.ts';

/** Millimetres, the unit of OFD (GB/T 33190-2016, 6.2), in points. */
export const POINTS_PER_MM = 72 / 25.4;

/** Objects with a Boundary and a CTM, inside which others may stand. */
const PLACED = new Set(['ofd:TextObject', 'ofd:PathObject', 'ofd:ImageObject', 'ofd:CompositeObject']);

const isOff = (value: string | undefined): boolean => value === 'false' || value === '0';

/** From an object's space to that of the page: its CTM, then the corner of its Boundary (8.5). */
const placing = (attributes: Attributes, origin: Matrix): Matrix => {
  const boundary = numbersOf(attributes.get('Boundary'), 2);
  const x = boundary[0] ?? 0;
  const y = boundary[1] ?? 0;
  const own = attributes.get('CTM');
  if (!own) return compose([1, 0, 0, 1, x, y], origin);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(own);
  return compose([a, b, c, d, e + x, f + y], origin);
};

/** Takes in the content of a page or of a page template; one of these for each page. */
export class PageContent implements XmlHandler {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  /** Square points that pictures cover. */
  pictureArea = 0;
  /** Templates to be printed with the page, by their ids. */
  readonly templates: string[] = [];
  /** Left, top, width and height in millimetres, where the page has its own. */
  box: readonly number[] | undefined;

  #origin: Matrix = IDENTITY;
  #matrix: Matrix = IDENTITY;
  #hidden = 0;
  #stroked = true;
  #text: TextObject | undefined;
  #code: TextCode | undefined;
  #gathered: string | undefined;

  /** `corner` is where the page's box begins, in millimetres. */
  moveTo([x = 0, y = 0]: readonly number[]): void {
    this.#origin = [POINTS_PER_MM, 0, 0, POINTS_PER_MM, -x * POINTS_PER_MM, -y * POINTS_PER_MM];
  }

  open(name: string, attributes: Attributes): void {
    if (PLACED.has(name)) {
      if (this.#hidden > 0 || isOff(attributes.get('Visible'))) this.#hidden++;
      this.#matrix = placing(attributes, this.#origin);
    }
    switch (name) {
      case 'ofd:TextObject':
        this.#text = {
          matrix: this.#matrix,
          size: numberOf(attributes.get('Size')) || 0,
          scale: numberOf(attributes.get('HScale')) || 1,
          x: 0,
          y: 0,
        };
        break;
      case 'ofd:TextCode':
        if (this.#text && this.#hidden === 0) this.#code = openTextCode(this.#text, attributes);
        break;
      case 'ofd:PathObject':
        this.#stroked = !isOff(attributes.get('Stroke'));
        break;
      case 'ofd:ImageObject':
        this.#addPicture(numbersOf(attributes.get('Boundary')));
        break;
      case 'ofd:Template':
        this.templates.push(attributes.get('TemplateID') ?? '');
        break;
      case 'ofd:AbbreviatedData':
      case 'ofd:PhysicalBox':
        this.#gathered = '';
        break;
      default:
    }
  }

  text(text: string): void {
    if (this.#code) this.#code.text += text;
    if (this.#gathered !== undefined) this.#gathered += text;
  }

  close(name: string): void {
    if (this.#hidden > 0 && PLACED.has(name)) this.#hidden--;
    if (name === 'ofd:TextCode' && this.#code) {
      placeText(this.#code, this.glyphs);
      if (this.glyphs.length > LIMITS.characters.limit) throw overLimit('characters');
      this.#code = undefined;
    }
    if (name === 'ofd:AbbreviatedData' && this.#hidden === 0) this.#addPath(this.#gathered ?? '');
    if (name === 'ofd:PhysicalBox') {
      this.box = numbersOf(this.#gathered);
      this.moveTo(this.box);
    }
    if (name === 'ofd:AbbreviatedData' || name === 'ofd:PhysicalBox') this.#gathered = undefined;
  }

  #addPath(data: string): void {
    for (const piece of pathPoints(data)) {
      const points = piece.map(([x, y]) => apply(this.#matrix, x, y));
      for (const line of drawnLines(points, this.#stroked)) this.rules.push(ruleOf(line));
    }
    if (this.rules.length > LIMITS.pageObjects.limit) throw overLimit('pageObjects');
  }

  #addPicture([, , width = 0, height = 0]: readonly number[]): void {
    this.pictureArea += width * height * POINTS_PER_MM ** 2;
  }
}
