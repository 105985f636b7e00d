import { FlowBuilder } from '../flow/flow-builder.ts';
import type { Joining } from '../flow/grid-builder.ts';
import { markedText, type TextMark } from '../marked-text.ts';
import type { Attributes } from '../xml/attributes.ts';
import { Fields } from './fields.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';

export interface OpenParagraph {
  style?: string;
  list?: string;
  level?: number;
  /** What automatic numbering prints before it. */
  number: string;
  hidden: boolean;
  /** Its end is deleted: the next paragraph goes on in it. */
  joined: boolean;
}

export interface OpenTable {
  rowDropped: boolean;
  /** Grid columns left free behind the row's last cell. */
  after: number;
  cell: { -readonly [K in keyof Joining]: Joining[K] };
}

/** What is known at one point of a Word document while it is followed from its first to its last element. */
export class BodyState {
  readonly flow = new FlowBuilder();
  readonly fields = new Fields();
  readonly paragraphs: OpenParagraph[] = [];
  readonly tables: OpenTable[] = [];
  /** Names of the elements that are open, the innermost last. */
  readonly parents: string[] = [];
  readonly styles: Styles;
  readonly numbering: Numbering | undefined;
  runHidden = false;
  runMark: TextMark | undefined;
  keepSpace = false;
  /** Relationship ids of files whose text belongs here. */
  readonly chunks: string[] = [];
  bodies = 0;
  pictures = 0;

  constructor(styles: Styles, numbering: Numbering | undefined) {
    this.styles = styles;
    this.numbering = numbering;
  }

  get paragraph(): OpenParagraph | undefined {
    return this.paragraphs.at(-1);
  }

  get table(): OpenTable | undefined {
    return this.tables.at(-1);
  }

  /** The element `steps` above the one that is being opened. */
  above(steps: number): string | undefined {
    return this.parents.at(-1 - steps);
  }

  print(text: string): void {
    if (this.fields.inInstruction) this.fields.withhold();
    else if (!this.runHidden) this.flow.text(markedText(text, this.runMark));
  }
}

/** What happens at the start and at the end of an element of one name. */
export type ElementHandlers = Readonly<
  Record<
    string,
    {
      readonly open?: (state: BodyState, attributes: Attributes) => void;
      readonly close?: (state: BodyState) => void;
    }
  >
>;
