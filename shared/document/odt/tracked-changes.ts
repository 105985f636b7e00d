import type { Attributes } from '../xml/attributes.ts';

/**
 * Follows tracked changes (ISO/IEC 26300-1, 5.5). Deleted text mostly stands in the list of changes alone; a
 * document saved with its changes shown keeps it in place, between two marks.
 */
export class TrackedChanges {
  readonly #deletions = new Set<string>();
  readonly #open = new Set<string>();
  #region = '';

  /** Whether what comes now is deleted. */
  get deleting(): boolean {
    return this.#open.size > 0;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'text:changed-region') {
      this.#region = attributes.get('text:id') ?? attributes.get('xml:id') ?? '';
    } else if (name === 'text:deletion') this.#deletions.add(this.#region);
    else if (name === 'text:change-start') {
      const id = attributes.get('text:change-id') ?? '';
      if (this.#deletions.has(id)) this.#open.add(id);
    } else if (name === 'text:change-end') this.#open.delete(attributes.get('text:change-id') ?? '');
  }
}
