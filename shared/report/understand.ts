import type { Document } from '../document/document.ts';
import { type Rejection, reject } from '../document/rejection.ts';
import { readCounts } from './claims/read-claims.ts';
import { readDisclosure } from './disclosure/read-disclosure.ts';
import { firstReport } from './first-report.ts';
import { readHeader } from './header/read-header.ts';
import { toRegions } from './regions.ts';
import { readRemedies } from './remedies/read-remedies.ts';
import type { Figure, Figures, Report, TemplateId } from './report.ts';
import { readRequests } from './requests/read-requests.ts';
import { toRows } from './rows.ts';
import { toSections } from './sections.ts';
import { type TableId, tableFigures } from './templates/figure-list.ts';
import { MISSING } from './templates/missing-figures.ts';

export type Understood =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly rejection: Rejection };

const TABLES = ['disclosure', 'requests', 'remedies'] as const;

/** What each table holds by its place in the form, those that are missing too. */
type FoundFigures = Readonly<Record<TableId, readonly Figure[]>>;

/** Every figure of the three tables under its id. */
const named = (found: FoundFigures, templates: Report['templates']): Figures => {
  const figures: Record<string, Figure> = {};
  for (const table of TABLES) {
    const template = table === 'disclosure' ? templates.disclosure : templates.requests;
    const own = found[table];
    tableFigures(table, template).forEach(({ figure }, place) => {
      figures[figure] = own[place]!;
    });
  }
  return figures;
};

const isSilent = (figures: readonly Figure[]): boolean => figures.every((figure) => figure === MISSING);

/** The 2019 form was used for the years 2019 and 2020 (国办公开办函〔2021〕30号 replaced it for 2021). */
const templateOfYear = (year: number | undefined): TemplateId =>
  year !== undefined && year <= 2020 ? '2019' : '2021';

/**
 * Understands a document as an annual report: header, sections and the figures of the three tables. One extractor
 * for all formats: labels anchor, geometry bounds rows and places blanks, and what is not certain stays missing.
 *
 * `name` is the file's name. Returns a rejection when the document has no trace of the form. Never throws.
 */
export const understand = (document: Document, name: string): Understood => {
  const { own, next } = firstReport(toRows(document));
  const regions = toRegions(own);
  const { preface, sections } = toSections(regions.narrative);
  const header = readHeader(preface, sections, name);
  const first = readDisclosure(regions.disclosure, templateOfYear(header.year));
  const requests = readRequests(regions.requests, first.template ?? templateOfYear(header.year));
  const templates = {
    requests: requests.template ?? first.template ?? templateOfYear(header.year),
    disclosure: first.template ?? requests.template ?? templateOfYear(header.year),
  };
  const disclosure = first.template ? first : readDisclosure(regions.disclosure, templates.disclosure);
  const remedies = readRemedies(regions.remedies, requests.lost);
  const found = { disclosure: disclosure.figures, requests: requests.figures, remedies };
  const tables = [regions.disclosure, regions.requests, regions.remedies].filter(
    (rows) => rows.length > 2,
  ).length;
  const silent = TABLES.every((table) => isSilent(found[table]));
  if (silent && (tables === 0 || sections.length < 2))
    return { ok: false, rejection: reject('not-a-report') };
  const { claims, mentions } = readCounts(sections, preface);
  const beginning = next?.pieces[0];
  return {
    ok: true,
    report: {
      agency: header.agency ?? null,
      year: header.year ?? null,
      template: templates.requests,
      templates,
      header,
      figures: named(found, templates),
      claims,
      mentions,
      sections,
      another: beginning && { text: beginning.text, at: beginning.at },
    },
  };
};
