import type { Place } from '../../shared/document/document.ts';
import type { FigureState } from '../../shared/report/report.ts';

/** A figure that the file shows. */
export interface ShownFigure {
  readonly value: number | null;
  readonly state: FigureState;
  readonly at?: Place;
}

/** A row of a table or a paragraph as its reader gives it: equal texts are equal cells in equal columns. */
export interface ReadRow {
  readonly text: string;
  /** What its cells hold. */
  readonly texts: readonly string[];
  /** The places of its cells. */
  readonly places: readonly Place[];
}

/** What a file came to: its verdict (or the reason why not), its figures and what its reader read. */
export interface Examined {
  readonly verdict: string;
  readonly figures: Readonly<Record<string, ShownFigure>>;
  readonly rows: readonly ReadRow[];
}

/** What the examination of a file took. */
export interface Cost {
  /** Processor time, which other work on the machine does not lengthen much. */
  readonly milliseconds: number;
  /** The most memory that the process ever held. */
  readonly megabytes: number;
}
