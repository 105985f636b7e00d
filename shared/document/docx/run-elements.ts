import type { TextMark } from '../marked-text.ts';
import type { Attributes } from '../xml/attributes.ts';
import type { BodyState, ElementHandlers } from './body-state.ts';
import { isOn } from './on-off.ts';
import { inherited } from './styles.ts';

/** A tab of a run prints; one of a paragraph's properties is a tab stop. */
const printed = (text: string) => ({
  open: (state: BodyState) => {
    if (state.above(1) === 'w:r') state.print(text);
  },
});

const picture = {
  open: (state: BodyState) => {
    state.pictures++;
  },
};

/** Whether the open properties are those of a run, not of a paragraph's mark. */
const ofRun = (state: BodyState): boolean => state.above(2) === 'w:r';

const struck = {
  open: (state: BodyState, attributes: Attributes) => {
    if (ofRun(state) && isOn(attributes)) state.runMark = 'struck';
  },
};

/** ISO/IEC 29500-1, 17.18.96: ST_VerticalAlignRun. */
const RAISED: Readonly<Record<string, TextMark>> = { superscript: 'raised', subscript: 'lowered' };

/** Runs and what stands in them (ISO/IEC 29500-1, 17.3.2 and 17.3.3). */
export const RUN_ELEMENTS: ElementHandlers = {
  'w:r': {
    open: (state) => {
      state.runHidden = state.paragraph?.hidden ?? false;
      state.runMark = undefined;
    },
  },
  'w:strike': struck,
  'w:dstrike': struck,
  'w:vertAlign': {
    open: (state, attributes) => {
      if (ofRun(state)) state.runMark ??= RAISED[attributes.get('w:val') ?? ''];
    },
  },
  'w:rStyle': {
    open: (state, attributes) => {
      if (ofRun(state)) {
        state.runHidden = inherited(state.styles, attributes.get('w:val'), 'hidden') ?? state.runHidden;
      }
    },
  },
  'w:vanish': {
    open: (state, attributes) => {
      if (ofRun(state)) state.runHidden = isOn(attributes);
    },
  },
  'w:t': {
    open: (state, attributes) => {
      state.keepSpace = attributes.get('xml:space') === 'preserve';
    },
  },
  'm:t': {
    open: (state) => {
      state.keepSpace = true;
    },
  },
  'w:tab': printed('\t'),
  'w:ptab': printed('\t'),
  'w:br': printed('\n'),
  'w:cr': printed('\n'),
  'w:noBreakHyphen': printed('-'),
  // The sign as the file codes it: which picture a symbol font has there is not known.
  'w:sym': {
    open: (state, attributes) => {
      const code = Number.parseInt(attributes.get('w:char') ?? '', 16);
      if (code > 0 && code <= 0xffff) state.print(String.fromCharCode(code));
    },
  },
  'w:fldChar': { open: (state, attributes) => state.fields.mark(attributes.get('w:fldCharType')) },
  'w:drawing': picture,
  'w:pict': picture,
  'w:object': picture,
};
