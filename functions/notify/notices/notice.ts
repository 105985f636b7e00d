/** What people are told, before a channel puts it into its own form. */
export interface Notice {
  /** Of the event; of a digest, made from the ids of its events. The same whenever the same is told again. */
  readonly id: string;
  readonly title: string;
  /** Sentences in Chinese, the weightier first; a channel may leave out the last ones. */
  readonly lines: readonly string[];
  readonly link: { readonly text: string; readonly href: string };
  /** The events that it tells of. */
  readonly events: readonly { readonly id: string; readonly type: string; readonly link: string }[];
}
