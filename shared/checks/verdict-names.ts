import type { Message } from '../document/rejection.ts';
import type { Verdict } from './examination.ts';

/** What people call the verdicts. */
export const VERDICT_NAMES: Readonly<Record<Verdict, Message>> = {
  consistent: { zh: '勾稽一致', en: 'consistent' },
  inconsistent: { zh: '勾稽不符', en: 'inconsistent' },
  incomplete: { zh: '数据不全', en: 'incomplete' },
  rejected: { zh: '无法读取', en: 'rejected' },
};
