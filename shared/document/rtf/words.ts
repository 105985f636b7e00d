import { KnownNames } from '../known-names.ts';
import type { TextMark } from '../marked-text.ts';
import { RowDraft } from './row-draft.ts';
import type { RtfBody } from './rtf-body.ts';

type Act = (body: RtfBody, value: number | undefined) => void;

/** What a control word does. */
export type Word =
  /** Begins the second text of a pair, for readers that know Unicode. */
  | { readonly kind: 'unicode' }
  | { readonly kind: 'character'; readonly text: string }
  /** Begins a group whose content is no text of the body. */
  | { readonly kind: 'passed over' }
  | {
      readonly kind: 'action';
      readonly act: Act;
      /** Also after `\*`, which makes a reader pass over a group whose first word it does not know. */
      readonly evenMarked: boolean;
    };

const CHARACTERS: readonly (readonly [name: string, text: string])[] = [
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['page', '\n'],
  ['column', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['qmspace', ' '],
];

/** Groups that are also written without `\*` before them. */
const PASSED_OVER =
  'annotation author buptim category colortbl comment company creatim doccomm falt ffname fldinst fontemb footer ' +
  'footerf footerl footerr footnote formfield ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn header headerf headerl ' +
  'headerr hlinkbase info keywords listname listoverridetable listtable manager nextfile nonesttables nonshppict ' +
  'objalias objclass objdata objname objsect operator pntxta pntxtb printim propname revtbl revtim rxe shprslt ' +
  'sn sp sv staticval stylesheet subject tc template title txe userprops xe';

const isOn = (value: number | undefined): boolean => value !== 0;

const marks =
  (mark: TextMark | undefined): Act =>
  (body, value) => {
    body.own.mark = isOn(value) ? mark : undefined;
  };

const ACTIONS: readonly (readonly [name: string, act: Act])[] = [
  ['ansicpg', (body, value) => body.fonts.setCodePage(value ?? 0)],
  ['mac', (body) => body.fonts.setCodePage(10000)],
  [
    'deff',
    (body, value) => {
      body.fonts.defaultFont = value ?? 0;
      body.own.font = body.fonts.defaultFont;
    },
  ],
  [
    'fonttbl',
    (body) => {
      body.own.destination = 'fonts';
    },
  ],
  [
    'f',
    (body, value) => {
      if (body.group.destination === 'fonts') body.fonts.beginFont(value ?? 0);
      else body.own.font = value ?? 0;
    },
  ],
  ['fcharset', (body, value) => body.fonts.setCharacterSet(value ?? 0)],
  ['cpg', (body, value) => body.fonts.setFontCodePage(value ?? 0)],
  [
    'upr',
    (body) => {
      body.own.destination = 'old';
    },
  ],
  [
    'uc',
    (body, value) => {
      body.own.standIns = Math.max(0, value ?? 1);
    },
  ],
  ['u', (body, value = 0) => body.printCode(value < 0 ? value + 0x10000 : value)],
  [
    'plain',
    (body) => {
      Object.assign(body.own, {
        font: body.fonts.defaultFont,
        hidden: false,
        deleted: false,
        mark: undefined,
      });
    },
  ],
  ['super', marks('raised')],
  ['sub', marks('lowered')],
  ['nosupersub', marks(undefined)],
  ['strike', marks('struck')],
  ['striked', marks('struck')],
  [
    'v',
    (body, value) => {
      body.own.hidden = isOn(value);
    },
  ],
  [
    'deleted',
    (body, value) => {
      body.own.deleted = isOn(value);
    },
  ],
  [
    'pict',
    (body) => {
      body.hasPictures = true;
      body.own.destination = 'nothing';
    },
  ],
  ['listtext', (body) => body.beginNumber()],
  ['pntext', (body) => body.beginNumber()],

  [
    'pard',
    (body) => {
      Object.assign(body.own, { inTable: false, depth: 0 });
    },
  ],
  [
    'intbl',
    (body) => {
      body.own.inTable = true;
    },
  ],
  [
    'itap',
    (body, value) => {
      body.own.depth = Math.max(0, value ?? 1);
    },
  ],
  ['par', (body) => body.endParagraph()],
  ['sect', (body) => body.story.endParagraph(0)],
  ['cell', (body) => body.story.endCell(1)],
  ['row', (body) => body.story.endRow(1)],
  ['nestcell', (body) => body.story.endCell(Math.max(2, body.depth))],
  ['nestrow', (body) => body.story.endRow(Math.max(2, body.depth))],
  [
    'trowd',
    (body) => {
      body.story.row = new RowDraft();
    },
  ],
  [
    'trleft',
    (body, value) => {
      body.story.row.left = value ?? 0;
    },
  ],
  ['cellx', (body, value) => body.story.row.endCell(value ?? 0)],
  ['clmrg', (body) => body.story.row.joinLeft()],
  ['clvmgf', (body) => body.story.row.join('start')],
  ['clvmrg', (body) => body.story.row.join('joined')],
];

/** Groups marked with `\*` that hold text all the same. */
const MARKED_ACTIONS: readonly (readonly [name: string, act: Act])[] = [
  ['shppict', () => {}],
  ['shpinst', () => {}],
  ['do', () => {}],
  ['shptxt', (body) => body.beginBox()],
  ['dptxbxtext', (body) => body.beginBox()],
  ['nesttableprops', (body) => body.beginNestedRow()],
];

/** The control words that matter to text and tables; all others format and are passed over. */
export const WORDS = new KnownNames<Word>([
  ['ud', { kind: 'unicode' }],
  ...CHARACTERS.map(([name, text]) => [name, { kind: 'character', text }] as const),
  ...PASSED_OVER.split(' ').map((name) => [name, { kind: 'passed over' }] as const),
  ...ACTIONS.map(([name, act]) => [name, { kind: 'action', act, evenMarked: false }] as const),
  ...MARKED_ACTIONS.map(([name, act]) => [name, { kind: 'action', act, evenMarked: true }] as const),
]);
