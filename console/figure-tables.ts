import type { Finding, Severity } from '../shared/checks/outcome.ts';
import { placeText } from '../shared/document/place-text.ts';
import type { Figure, Figures, Report } from '../shared/report/report.ts';
import { type FigureName, tableFigures } from '../shared/report/templates/figure-list.ts';
import { type Html, html } from './html.ts';

const STATES: Readonly<Record<Figure['state'], string>> = {
  stated: '',
  blank: '空格',
  notApplicable: '不适用',
  inferred: '由勾稽关系推定',
  unreadable: '不是数字',
  missing: '未读到',
};

/** What the looks of a cell mean, for those looks that the page has. */
const LEGEND = [
  ['error', '红框：核对不符的单元格'],
  ['repair', '红底与箭头：可能的改法'],
  ['warning', '黄框：值得一看的单元格'],
  ['inferred', '斜体：数字粘连，由勾稽关系推定'],
  ['missing', '斜纹 —：没有读到'],
  ['unreadable', '斜纹：不是数字'],
] as const;

const TABLES = [
  ['disclosure', '二、主动公开政府信息情况'],
  ['requests', '三、收到和处理政府信息公开申请情况'],
  ['remedies', '四、政府信息公开行政复议、行政诉讼情况'],
] as const;

/** The figures that a failed rule is about, each with the gravest of its findings. */
const markedFigures = (findings: readonly Finding[]): Map<string, Severity> => {
  const marked = new Map<string, Severity>();
  for (const severity of ['info', 'warning', 'error'] as const) {
    for (const finding of findings) {
      if (finding.severity !== severity) continue;
      for (const { figure, year } of finding.operands) {
        if (figure !== undefined && year === undefined) marked.set(figure, severity);
      }
    }
  }
  return marked;
};

/** What the likeliest repair of each cause makes of a cell. */
const repairs = (findings: readonly Finding[]): Map<string, number> =>
  new Map(findings.flatMap(({ cause }) => cause?.repairs[0] ?? []).map(({ figure, to }) => [figure, to]));

/** The name of a figure's cell on a page, for links to it. @param scope of a report, where a page has several */
export const figureAnchor = (figure: string, scope: string): string => `${scope}${figure}`;

interface Marks {
  readonly scope: string;
  readonly severities: ReadonlyMap<string, Severity>;
  readonly repairs: ReadonlyMap<string, number>;
}

const cell = (id: string, figure: Figure | undefined, marks: Marks): Html => {
  const { state, value, raw = '', at, by } = figure ?? { state: 'missing', value: null };
  const told = [STATES[state], by, placeText(at, 'zh')].filter(Boolean).join('，');
  const repair = marks.repairs.get(id);
  return html`<td id="${figureAnchor(id, marks.scope)}" class="${state} ${marks.severities.get(id)}${repair !== undefined && ' repair'}" title="${told}">${
    value ?? (state === 'missing' ? '—' : raw)
  }${repair !== undefined && html`<small>→ ${repair}</small>`}</td>`;
};

/** Rows of one form: those with the same columns stand under one head. */
const rowGroups = (names: readonly FigureName[]): { columns: string; rows: FigureName[][] }[] => {
  const rows = new Map<string, FigureName[]>();
  for (const name of names) rows.set(name.row, [...(rows.get(name.row) ?? []), name]);
  const groups: { columns: string; rows: FigureName[][] }[] = [];
  for (const row of rows.values()) {
    const columns = row.map(({ column }) => column).join();
    const last = groups.at(-1);
    if (last?.columns === columns) last.rows.push(row);
    else groups.push({ columns, rows: [row] });
  }
  return groups;
};

const group = (rows: readonly FigureName[][], figures: Figures, marks: Marks): Html =>
  html`<thead><tr><th></th>${rows[0]!.map(({ column, unit }) => html`<th>${column}${unit && html`<small>（${unit}）</small>`}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr><th>${row[0]!.row}</th>${row.map(({ figure }) => cell(figure, figures[figure], marks))}</tr>`,
  )}</tbody>`;

/**
 * The three statistical tables as they were read, by the form that each follows. Cells that a failed rule is about are
 * marked, those that the likeliest repair changes with what it makes of them; each says its state and its place.
 */
export const figureTables = (
  { figures, templates }: Pick<Report, 'figures' | 'templates'>,
  findings: readonly Finding[],
  scope = '',
): Html => {
  const marks = { scope, severities: markedFigures(findings), repairs: repairs(findings) };
  const looks = new Set<string>([
    ...marks.severities.values(),
    ...Object.values(figures).map(({ state }) => state),
    ...(marks.repairs.size > 0 ? ['repair'] : []),
  ]);
  const legend = LEGEND.filter(([look]) => looks.has(look)).map(([, meaning]) => meaning);
  return html`${legend.length > 0 && html`<p><small>表中${legend.join('；')}。</small></p>`}
${TABLES.map(([table, title]) => {
  const template = table === 'disclosure' ? templates.disclosure : templates.requests;
  const groups = rowGroups(tableFigures(table, template));
  return html`<h2>${title}</h2>
${groups.map(({ rows }) => html`<div class="scroll"><table>${group(rows, figures, marks)}</table></div>`)}`;
})}`;
};
