import { scanXml } from '../xml/scan-xml.ts';
import { WORD_NAMESPACES } from './namespaces.ts';
import { isOn } from './on-off.ts';

/** What of a style matters for the text: its list and whether its text is hidden. */
export interface Style {
  basedOn?: string;
  list?: string;
  level?: number;
  hidden?: boolean;
}

export type Styles = ReadonlyMap<string, Style>;

const own = (styles: Styles, id: string | undefined): readonly Style[] => {
  const chain: Style[] = [];
  const seen = new Set<string>();
  for (let next = id; next !== undefined && !seen.has(next); ) {
    seen.add(next);
    const style = styles.get(next);
    if (style) chain.push(style);
    next = style?.basedOn;
  }
  return chain;
};

/** A property of a style or of the nearest style that it is based on. */
export const inherited = <K extends 'list' | 'level' | 'hidden'>(
  styles: Styles,
  id: string | undefined,
  property: K,
): Style[K] | undefined => own(styles, id).find((style) => style[property] !== undefined)?.[property];

/** Reads the part with the styles (ISO/IEC 29500-1, 17.7). */
export const readStyles = (xml: string): Styles => {
  const styles = new Map<string, Style>();
  let style: Style = {};
  scanXml(xml, WORD_NAMESPACES, {
    open(name, attributes) {
      if (name === 'w:style') {
        style = {};
        styles.set(attributes.get('w:styleId') ?? '', style);
      } else if (name === 'w:basedOn') style.basedOn = attributes.get('w:val') ?? '';
      else if (name === 'w:numId') style.list = attributes.get('w:val') ?? '';
      else if (name === 'w:ilvl') style.level = Number(attributes.get('w:val'));
      else if (name === 'w:vanish') style.hidden = isOn(attributes);
    },
    close(name) {
      if (name === 'w:style') style = {};
    },
    text() {},
  });
  return styles;
};
