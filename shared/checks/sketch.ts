import type { Claim, Figure, Figures, Header, Report, Section, TemplateId } from '../report/report.ts';
import { tableFigures } from '../report/templates/figure-list.ts';

/** A cell of a sketch: a number, null for a blank, `/` for a dash, `missing`, or other text that is no number. */
export type SketchCell = number | null | string | Figure;

/** The least that must be said to make a report for an example: all else is an ordinary report full of zeros. */
export interface Sketch {
  /** Template of all tables, default `2021`. */
  readonly template?: TemplateId;
  readonly agency?: string | null;
  readonly year?: number | null;
  /** By figure id; figures that are not named are 0. */
  readonly figures?: Readonly<Record<string, SketchCell>>;
  /** What figures that are not named hold, default 0. */
  readonly rest?: SketchCell;
  readonly claims?: readonly (Pick<Claim, 'metric' | 'value'> & Partial<Claim>)[];
  /** Added to the six ordinary sections, or in the place of the one with the same number; null leaves it out. */
  readonly sections?: Readonly<Record<number, string | null>>;
  /** Sections exactly so, in this order, in the place of the six ordinary ones. */
  /** The title of another report behind this one. */
  readonly another?: string;
  readonly sectionList?: readonly {
    readonly number: number;
    readonly ordinal?: string;
    readonly text: string;
  }[];
  readonly header?: Partial<Header>;
}

const TITLES = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
];
const ORDINALS = ['一', '二', '三', '四', '五', '六'];
const TEXTS = ['全年工作有序开展。', '', '', '', '工作仍有不足，将加以改进。', '无其他需要报告的事项。'];

const sketchFigure = (cell: SketchCell): Figure => {
  if (typeof cell === 'number') return { value: cell, raw: String(cell), state: 'stated' };
  if (cell === null) return { value: null, raw: '', state: 'blank' };
  if (cell === 'missing') return { value: null, state: 'missing' };
  if (cell === '/') return { value: null, raw: '/', state: 'notApplicable' };
  if (typeof cell === 'string') return { value: null, raw: cell, state: 'unreadable' };
  return cell;
};

const sketchSection = (number: number, text: string, ordinal = ORDINALS[number - 1]): Section => {
  const at = { line: number * 100, column: 1 };
  return {
    number,
    title: TITLES[number - 1] ?? '',
    ...(ordinal !== undefined && { ordinal }),
    text,
    at,
    paragraphs: text === '' ? [] : text.split('\n').map((line) => ({ text: line, at })),
  };
};

/** Null is a blank wherever it is written, so that only what is absent falls through to the rest. */
const sketchCell = ({ figures = {}, rest = 0 }: Sketch, figure: string): SketchCell => {
  const named = figures[figure];
  return named === undefined ? rest : named;
};

/** The report that a sketch stands for. */
export const sketchReport = (sketch: Sketch): Report => {
  const template = sketch.template ?? '2021';
  const year = sketch.year === undefined ? (template === '2019' ? 2019 : 2024) : sketch.year;
  const agency = sketch.agency === undefined ? '某市某局' : sketch.agency;
  const figures: Figures = Object.fromEntries(
    (['disclosure', 'requests', 'remedies'] as const)
      .flatMap((table) => tableFigures(table, template))
      .map(({ figure }) => [figure, sketchFigure(sketchCell(sketch, figure))]),
  );
  const sections = sketch.sectionList
    ? sketch.sectionList.map(({ number, ordinal, text }) => sketchSection(number, text, ordinal))
    : TEXTS.flatMap((text, index) => {
        const given = sketch.sections?.[index + 1];
        return given === null ? [] : [sketchSection(index + 1, given ?? text)];
      });
  return {
    agency,
    year,
    template,
    templates: { disclosure: template, requests: template },
    header: {
      ...(agency !== null && { agency }),
      ...(year !== null && { year, years: [{ source: 'title' as const, year }] }),
      ...(year === null && { years: [] }),
      ...sketch.header,
    } as Header,
    figures,
    claims: (sketch.claims ?? []).map((claim) => ({
      unit: '件',
      quote: '',
      at: { line: 100, column: 1 },
      ...claim,
    })),
    sections,
    ...(sketch.another !== undefined && { another: { text: sketch.another, at: { line: 200, column: 1 } } }),
  };
};
