import { LIMITS, type LimitName } from './limits.ts';

/** Why no report could be read from the bytes; the closed list of the published output. */
export const REJECTION_REASONS = [
  'empty',
  'too-large',
  'unsupported-format',
  'damaged',
  'encrypted',
  'not-a-report',
  'scanned',
] as const;

export type RejectionReason = (typeof REJECTION_REASONS)[number];

/** One sentence in each language: what is wrong and what to do next. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

export interface Rejection {
  readonly reason: RejectionReason;
  readonly message: Message;
}

const MESSAGES: Record<RejectionReason, Message> = {
  empty: {
    zh: '文件是空的。请重新导出或重新上传。',
    en: 'The file is empty. Export or upload it again.',
  },
  'too-large': {
    zh: '文件超出处理上限。请只提交年度报告本身。',
    en: 'The file exceeds a limit. Submit the annual report alone.',
  },
  'unsupported-format': {
    zh: '不支持这种文件格式。请提交网页、Word、WPS、PDF、Excel、OFD 或纯文本。',
    en: 'This file format is not supported. Submit HTML, Word, WPS, PDF, Excel, OFD or plain text.',
  },
  damaged: {
    zh: '文件不完整或已损坏，没有读到结尾。请重新导出或重新下载后再提交。',
    en: 'The file is incomplete or damaged and could not be read to its end. Export or download it again.',
  },
  encrypted: {
    zh: '文件需要密码才能打开。请去掉密码后再提交。',
    en: 'The file asks for a password. Remove the password and submit it again.',
  },
  'not-a-report': {
    zh: '没有找到政府信息公开工作年度报告的统计表。请确认提交的是年度报告全文。',
    en: 'None of the statistical tables of an annual report was found. Make sure it is the full annual report.',
  },
  scanned: {
    zh: '页面是图片，没有可读的文字。请提交由 Word 或网页导出的文件。',
    en: 'The pages are pictures without text. Submit a file exported from Word or a web page.',
  },
};

/** A rejection with its sentence in both languages; `detail` says what exactly, where that helps. */
export const reject = (reason: RejectionReason, detail?: Message): Rejection => ({
  reason,
  message: detail
    ? { zh: `${MESSAGES[reason].zh}（${detail.zh}）`, en: `${MESSAGES[reason].en} (${detail.en})` }
    : MESSAGES[reason],
});

/** The rejection for a limit that was hit, naming it. */
export const rejectLimit = (name: LimitName, reason: RejectionReason = 'too-large'): Rejection => {
  const { limit, zh, en } = LIMITS[name];
  return reject(reason, { zh: `${zh}上限 ${limit}`, en: `limit of ${limit} ${en}` });
};
