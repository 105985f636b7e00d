import type { Place } from '../../document/document.ts';
import { compactedText, type Text } from './text.ts';

/** A line of the narrative. Long ones are many, and the header is in few of them: a line is folded when it is read. */
export class NarrativeLine implements Text {
  private folded: string | undefined;

  constructor(
    readonly printed: string,
    readonly at: Place,
  ) {}

  get text(): string {
    this.folded ??= compactedText(this.printed);
    return this.folded;
  }
}
