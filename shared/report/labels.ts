import { labelKey, withoutRemarks } from './fold.ts';
import { remembered } from './remembered.ts';
import { DISCLOSURE_ROWS } from './templates/disclosure.ts';
import { REMEDIES, REMEDY_RESULTS } from './templates/remedies.ts';
import { APPLICANTS, REQUEST_ROWS } from './templates/requests.ts';

/** What a text of the form can be, each a bit of a set. One text can be several: 其他 is a row and a column. */
export const KINDS = {
  clause: 1 << 0,
  disclosureRow: 1 << 1,
  disclosureColumn: 1 << 2,
  requestHead: 1 << 3,
  applicant: 1 << 4,
  requestRow: 1 << 5,
  requestGroup: 1 << 6,
  remedyHead: 1 << 7,
  remedy: 1 << 8,
  remedyResult: 1 << 9,
} as const;

export type LabelKind = keyof typeof KINDS;

export interface Label {
  readonly kind: LabelKind;
  readonly id: string;
}

/** Texts of the form that are neither rows nor columns of figures. */
const HEADS: readonly (readonly [LabelKind, string, readonly string[]])[] = [
  ['clause', 'first', ['第二十条第（一）项']],
  [
    'clause',
    'clause',
    ['第二十条第（五）项', '第二十条第（六）项', '第二十条第（八）项', '第二十条第（九）项', '信息内容'],
  ],
  ['requestHead', 'head', ['本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和', '申请人情况']],
  ['requestHead', 'organizations', ['法人或其他组织', '法人和其他组织']],
  ['requestGroup', 'results', ['三、本年度办理结果', '本年度办理结果', '三、', '办理结果']],
  ['remedyHead', 'head', ['行政诉讼', '政府信息公开行政复议', '政府信息公开行政诉讼']],
];

const dictionary = (): Map<string, Label[]> => {
  const map = new Map<string, Label[]>();
  const add = (text: string, label: Label) => {
    const key = labelKey(text);
    const labels = map.get(key) ?? [];
    if (!labels.some(({ kind, id }) => kind === label.kind && id === label.id)) labels.push(label);
    map.set(key, labels);
  };
  for (const [kind, id, texts] of HEADS) for (const text of texts) add(text, { kind, id });
  for (const rows of Object.values(DISCLOSURE_ROWS)) {
    for (const row of rows) {
      for (const text of [row.label, ...row.variants]) add(text, { kind: 'disclosureRow', id: row.id });
      for (const column of row.columns) {
        const label = { kind: 'disclosureColumn', id: column.id } as const;
        for (const text of [column.label, ...column.variants]) {
          add(text, label);
          if (column.unit) add(`${text}单位${column.unit}`, label);
        }
      }
    }
  }
  for (const { id, label, variants } of APPLICANTS) {
    for (const text of [label, ...variants]) add(text, { kind: 'applicant', id });
  }
  for (const row of REQUEST_ROWS) {
    const label = { kind: 'requestRow', id: row.id } as const;
    for (const text of [row.label, ...row.variants]) {
      add(text, label);
      add(row.ordinal + text, label);
      if (row.group) {
        add(row.group.label + text, label);
        add(row.group.ordinal + row.group.label + row.ordinal + text, label);
      }
      if (row.outcome || row.id === 'closed') {
        add(
          `三、本年度办理结果${row.group ? row.group.ordinal + row.group.label : ''}${row.ordinal}${text}`,
          label,
        );
      }
    }
    if (row.group) {
      add(row.group.label, { kind: 'requestGroup', id: row.group.label });
      add(row.group.ordinal + row.group.label, { kind: 'requestGroup', id: row.group.label });
    }
  }
  for (const { id, label, variants } of REMEDIES) {
    for (const text of [label, ...variants]) add(text, { kind: 'remedy', id });
  }
  for (const { id, label, variants } of REMEDY_RESULTS) {
    for (const text of [label, ...variants]) add(text, { kind: 'remedyResult', id });
  }
  return map;
};

const LABELS: ReadonlyMap<string, readonly Label[]> = dictionary();

const NONE: readonly Label[] = [];
const ORDINAL = /^(?:[一二三四五六七八九十]{1,2}|\d{1,2})(?=.)/;
/** No label of the form, remarks left out, is longer. */
const LONGEST = 120;
const LONGEST_REMARKED = 400;
const REMARKS = /[(（][^()（）]*(?:[)）]|$)/g;

/** Length of a text without the remarks in brackets, of which most texts have none. */
const lengthOfWords = (text: string): number =>
  text.includes('(') || text.includes('（') ? text.replace(REMARKS, '').length : text.length;

/**
 * What a whole text is on the form: exactly, else without a (misprinted) ordinal, else without remarks in
 * brackets. Empty for anything else, so a sentence that mentions a label is none.
 */
export const labelsOf = (text: string): readonly Label[] => {
  if (text.length <= LONGEST) return shortLabels(text);
  return text.length <= LONGEST_REMARKED && lengthOfWords(text) <= LONGEST ? findLabels(text) : NONE;
};

const findLabels = (text: string): readonly Label[] => {
  const key = labelKey(text);
  if (key === '') return NONE;
  const exact = LABELS.get(key) ?? LABELS.get(key.replace(ORDINAL, ''));
  if (exact) return exact;
  const bare = labelKey(withoutRemarks(text));
  if (bare === key || bare === '' || bare.length > LONGEST) return NONE;
  return LABELS.get(bare) ?? LABELS.get(bare.replace(ORDINAL, '')) ?? NONE;
};

const shortLabels = remembered(findLabels);

/** Whether a text is a label of the kind, and of which id. */
export const labelId = (labels: readonly Label[], kind: LabelKind): string | undefined => {
  for (const label of labels) if (label.kind === kind) return label.id;
  return undefined;
};

/** The kinds of a text's labels, as a set of `KINDS`. */
export const kindsOf = (labels: readonly Label[]): number => {
  let kinds = 0;
  for (const { kind } of labels) kinds |= KINDS[kind];
  return kinds;
};
