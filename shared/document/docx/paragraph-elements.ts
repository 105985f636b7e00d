import { spaced } from '../numbering/list-counters.ts';
import type { ElementHandlers } from './body-state.ts';
import { whole } from './on-off.ts';
import { inherited } from './styles.ts';

/** Paragraphs, their numbering and the boxes anchored in them (ISO/IEC 29500-1, 17.3.1 and 17.9). */
export const PARAGRAPH_ELEMENTS: ElementHandlers = {
  'w:p': {
    open: (state) => {
      state.paragraphs.push({ number: '', hidden: false, joined: false });
    },
    close: (state) => {
      const paragraph = state.paragraphs.pop();
      if (paragraph && !paragraph.joined) state.flow.endParagraph(paragraph.number);
      state.runHidden = false;
    },
  },
  'w:pPr': {
    close: ({ paragraph, numbering }) => {
      if (!paragraph || paragraph.joined || paragraph.number !== '') return;
      paragraph.number = numbering?.next(paragraph.list, paragraph.level, paragraph.style) ?? '';
    },
  },
  'w:pStyle': {
    open: ({ paragraph, styles }, attributes) => {
      const style = attributes.get('w:val');
      if (!paragraph || style === undefined) return;
      paragraph.style = style;
      paragraph.hidden = inherited(styles, style, 'hidden') ?? false;
    },
  },
  'w:numId': {
    open: ({ paragraph }, attributes) => {
      if (paragraph) paragraph.list = attributes.get('w:val') ?? '';
    },
  },
  'w:ilvl': {
    open: ({ paragraph }, attributes) => {
      if (paragraph) paragraph.level = whole(attributes, 'w:val', 0);
    },
  },
  // Word 2003 states the printed number beside the reference to its list.
  'wx:t': {
    open: ({ paragraph }, attributes) => {
      if (paragraph) paragraph.number = spaced(attributes.get('wx:val') ?? '');
    },
  },
  'w:txbxContent': {
    open: ({ flow }) => flow.beginAside(),
    close: ({ flow }) => flow.endAside(),
  },
};
