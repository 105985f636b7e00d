import type { Place } from '../document/document.ts';

/** 国办公开办函〔2019〕60号 for the years 2019 and 2020; 国办公开办函〔2021〕30号 since. */
export type TemplateId = '2019' | '2021';

export const FIGURE_STATES = [
  'stated',
  'blank',
  'notApplicable',
  'inferred',
  'unreadable',
  'missing',
] as const;
export type FigureState = (typeof FIGURE_STATES)[number];

/** One number of the three statistical tables, with its place in the source. */
export interface Figure {
  /** A number for `stated` and `inferred`, else null. Never a guess, never a 0 made of a blank. */
  readonly value: number | null;
  /** The cell's text as printed; absent when the figure is missing. */
  readonly raw?: string;
  readonly state: FigureState;
  readonly at?: Place;
  /** The rule that told an `inferred` value apart, e.g. `requests/row-total`; several are joined by commas. */
  readonly by?: string;
  /** The unit printed in the cell itself, e.g. `万元`. */
  readonly unit?: string;
}

/** By figure id, e.g. `requests.received.naturalPerson`; every id of the tables' templates is present. */
export type Figures = Readonly<Record<string, Figure>>;

export interface Section {
  /** 1–6 by the official template, whatever ordinal is printed. */
  readonly number: number;
  /** Without its ordinal. */
  readonly title: string;
  /** The ordinal as printed (`一`), absent where the heading has none. */
  readonly ordinal?: string;
  /** The narrative, paragraphs joined by `\n`; table text is left out. */
  readonly text: string;
  readonly at: Place;
  /** Where each paragraph of `text` stands, in order. */
  readonly paragraphs: readonly { readonly text: string; readonly at: Place }[];
}

/** A number the narrative states about something the tables also count. */
export interface Claim {
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  /** The clause as printed. */
  readonly quote: string;
  readonly at: Place;
  readonly implied?: true;
  readonly approximate?: true;
  /** One unit of the last digit printed, where the number is printed in 万 or the like: 1000 for 1.2万件. */
  readonly precision?: number;
  /** The least and the most that is meant, where a word tells the side: 3200 to 3299 for 3200余件. */
  readonly range?: readonly [least: number, most: number];
  /** The claim speaks of less than the table, e.g. an office alone beside its district. */
  readonly scope?: 'narrower';
  /** 行政诉讼 with 复议后起诉 counted beside it: both routes together, or 未经复议直接起诉 alone. */
  readonly eitherRoute?: true;
  /** Said as part of a whole: after 其中. */
  readonly part?: true;
  /** The percentage printed beside the number, e.g. `33.9%`. */
  readonly share?: string;
}

/** Dates as ISO `YYYY-MM-DD`. */
export interface Header {
  readonly title?: string | undefined;
  readonly agency?: string | undefined;
  readonly year?: number | undefined;
  /** Every place that tells the year, for the rule that they agree. */
  readonly years: readonly {
    readonly source: 'title' | 'period' | 'narrative' | 'name';
    readonly year: number;
    readonly at?: Place;
  }[];
  readonly period?: { readonly from: string; readonly to: string; readonly at: Place } | undefined;
  readonly signed?: { readonly date: string; readonly at: Place } | undefined;
}

export interface Report {
  readonly agency: string | null;
  readonly year: number | null;
  /** Template of table 三, else of table 二. */
  readonly template: TemplateId;
  /** Each table's template is decided by itself: real reports mix them. */
  readonly templates: { readonly disclosure: TemplateId; readonly requests: TemplateId };
  readonly header: Header;
  readonly figures: Figures;
  readonly claims: readonly Claim[];
  /** Numbers about requests that do not say of what: `共处理3件`. Evidence for a repair, no claims. */
  readonly mentions?: readonly Claim[];
  readonly sections: readonly Section[];
  /** Where another report begins in the same document, of which nothing was read. */
  readonly another?: { readonly text: string; readonly at: Place } | undefined;
}
