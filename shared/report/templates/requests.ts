import type { TemplateId } from '../report.ts';

/** Table 三 收到和处理政府信息公开申请情况, as printed in both format notices. */

export interface Applicant {
  readonly id: string;
  readonly label: string;
  readonly variants: readonly string[];
}

/** The seven columns 申请人情况, in printed order; the last is the total of the six before it. */
export const APPLICANTS: readonly Applicant[] = [
  { id: 'naturalPerson', label: '自然人', variants: ['公民', '个人'] },
  { id: 'business', label: '商业企业', variants: ['企业', '商业组织'] },
  { id: 'researchInstitute', label: '科研机构', variants: ['科研单位'] },
  { id: 'publicWelfare', label: '社会公益组织', variants: ['社会公益', '公益组织', '社会公益机构'] },
  { id: 'legalService', label: '法律服务机构', variants: ['法律服务', '法律服务组织'] },
  { id: 'otherOrganization', label: '其他', variants: ['其他组织', '其它'] },
  { id: 'total', label: '总计', variants: ['合计', '小计'] },
];

export interface RequestRow {
  readonly id: string;
  /** As printed, without its ordinal. */
  readonly label: string;
  /** As printed before the label. */
  readonly ordinal: string;
  /** The label of the group the row belongs to, e.g. （三）不予公开. */
  readonly group?: { readonly ordinal: string; readonly label: string };
  /** Wordings met in published reports, without ordinals, each seen in at least one. */
  readonly variants: readonly string[];
  /** One of the rows （一）–（六） that （七）总计 adds up. */
  readonly outcome: boolean;
  /** The templates that have the row; default both. */
  readonly only?: TemplateId;
}

const REFUSED = { ordinal: '（三）', label: '不予公开' };
const UNAVAILABLE = { ordinal: '（四）', label: '无法提供' };
const DECLINED = { ordinal: '（五）', label: '不予处理' };
const OTHER = { ordinal: '（六）', label: '其他处理' };

/** The rows of both templates in printed order; （六） is one row in the 2019 form and three in the 2021 form. */
export const REQUEST_ROWS: readonly RequestRow[] = [
  {
    id: 'received',
    ordinal: '一、',
    label: '本年新收政府信息公开申请数量',
    variants: ['本年新收政府信息公开申请', '新收政府信息公开申请数量', '本年新收申请数量', '本年新收'],
    outcome: false,
  },
  {
    id: 'carriedOver',
    ordinal: '二、',
    label: '上年结转政府信息公开申请数量',
    variants: [
      '上年转结政府信息公开申请数量',
      '上年度结转政府信息公开申请数量',
      '上年结转政府信息公开申请',
      '上年结转申请数量',
      '上年结转',
    ],
    outcome: false,
  },
  { id: 'granted', ordinal: '（一）', label: '予以公开', variants: ['同意公开'], outcome: true },
  {
    id: 'partiallyGranted',
    ordinal: '（二）',
    label: '部分公开（区分处理的，只计这一情形，不计其他情形）',
    variants: ['部分公开', '部分公开区分处理的只计这一情形'],
    outcome: true,
  },
  {
    id: 'refused.stateSecret',
    ordinal: '1.',
    label: '属于国家秘密',
    group: REFUSED,
    variants: ['国家秘密'],
    outcome: true,
  },
  {
    id: 'refused.prohibitedByLaw',
    ordinal: '2.',
    label: '其他法律行政法规禁止公开',
    group: REFUSED,
    variants: ['其他法律行政止公开', '法律行政法规禁止公开', '其他法律法规禁止公开'],
    outcome: true,
  },
  {
    id: 'refused.securityAndStability',
    ordinal: '3.',
    label: '危及“三安全一稳定”',
    group: REFUSED,
    variants: ['危及三安全一稳定', '三安全一稳定'],
    outcome: true,
  },
  {
    id: 'refused.thirdPartyRights',
    ordinal: '4.',
    label: '保护第三方合法权益',
    group: REFUSED,
    variants: ['保护第三人合法权益', '第三方合法权益'],
    outcome: true,
  },
  {
    id: 'refused.internalAffairs',
    ordinal: '5.',
    label: '属于三类内部事务信息',
    group: REFUSED,
    variants: ['三类内部事务信息', '属于三类内容事务信息', '三类内容事务信息'],
    outcome: true,
  },
  {
    id: 'refused.processInformation',
    ordinal: '6.',
    label: '属于四类过程性信息',
    group: REFUSED,
    variants: ['四类过程性信息', '属于四类过程信息'],
    outcome: true,
  },
  {
    id: 'refused.enforcementFile',
    ordinal: '7.',
    label: '属于行政执法案卷',
    group: REFUSED,
    variants: ['行政执法案卷', '属于行政执法案卷信息'],
    outcome: true,
  },
  {
    id: 'refused.administrativeInquiry',
    ordinal: '8.',
    label: '属于行政查询事项',
    group: REFUSED,
    variants: ['行政查询事项', '属于行政查询事项信息'],
    outcome: true,
  },
  {
    id: 'unavailable.notHeld',
    ordinal: '1.',
    label: '本机关不掌握相关政府信息',
    group: UNAVAILABLE,
    variants: ['本机关不掌握相关信息', '不掌握相关政府信息'],
    outcome: true,
  },
  {
    id: 'unavailable.notReadyMade',
    ordinal: '2.',
    label: '没有现成信息需要另行制作',
    group: UNAVAILABLE,
    variants: ['没有现成信息，需要另行制作', '需要另行制作'],
    outcome: true,
  },
  {
    id: 'unavailable.stillUnclear',
    ordinal: '3.',
    label: '补正后申请内容仍不明确',
    group: UNAVAILABLE,
    variants: ['补正后申请内容不明确', '补正后仍不明确'],
    outcome: true,
  },
  {
    id: 'declined.petition',
    ordinal: '1.',
    label: '信访举报投诉类申请',
    group: DECLINED,
    variants: ['信访、举报、投诉类申请', '信访举报投诉类'],
    outcome: true,
  },
  { id: 'declined.repeated', ordinal: '2.', label: '重复申请', group: DECLINED, variants: [], outcome: true },
  {
    id: 'declined.publication',
    ordinal: '3.',
    label: '要求提供公开出版物',
    group: DECLINED,
    variants: ['提供公开出版物'],
    outcome: true,
  },
  {
    id: 'declined.excessive',
    ordinal: '4.',
    label: '无正当理由大量反复申请',
    group: DECLINED,
    variants: ['大量反复申请'],
    outcome: true,
  },
  {
    id: 'declined.reconfirmation',
    ordinal: '5.',
    label: '要求行政机关确认或重新出具已获取信息',
    group: DECLINED,
    variants: ['确认或重新出具已获取信息', '要求行政机关确认或重新出具已获取的信息'],
    outcome: true,
  },
  {
    id: 'other.combined',
    ordinal: '（六）',
    label: '其他处理',
    variants: ['其它处理', '其他情况处理'],
    outcome: true,
    only: '2019',
  },
  {
    id: 'other.correctionOverdue',
    ordinal: '1.',
    label: '申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    group: OTHER,
    variants: ['申请人无正当理由逾期不补正', '逾期不补正'],
    outcome: true,
    only: '2021',
  },
  {
    id: 'other.feeOverdue',
    ordinal: '2.',
    label: '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    group: OTHER,
    variants: ['申请人逾期未按收费通知要求缴纳费用', '逾期未按收费通知要求缴纳费用'],
    outcome: true,
    only: '2021',
  },
  {
    id: 'other.remaining',
    ordinal: '3.',
    label: '其他',
    group: OTHER,
    variants: ['其它'],
    outcome: true,
    only: '2021',
  },
  { id: 'closed', ordinal: '（七）', label: '总计', variants: ['合计'], outcome: false },
  {
    id: 'carriedForward',
    ordinal: '四、',
    label: '结转下年度继续办理',
    variants: ['转结下年度继续办理', '结转下一年度继续办理', '结转下年继续办理', '结转下年度'],
    outcome: false,
  },
];

const rowsOf = (template: TemplateId): readonly RequestRow[] =>
  REQUEST_ROWS.filter((row) => row.only === undefined || row.only === template);

const ROWS = { '2019': rowsOf('2019'), '2021': rowsOf('2021') } as const;

const FIGURES: ReadonlyMap<string, readonly string[]> = new Map(
  REQUEST_ROWS.map(({ id }) => [id, APPLICANTS.map((applicant) => `requests.${id}.${applicant.id}`)]),
);

/** The ids of a row's seven figures, in the order of the columns. */
export const requestFigures = ({ id }: RequestRow): readonly string[] => FIGURES.get(id)!;

/** The rows of one template, in printed order. */
export const requestRows = (template: TemplateId): readonly RequestRow[] => ROWS[template];
