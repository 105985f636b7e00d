import type { Message } from '../../document/rejection.ts';

/** The narrative and the tables are parts of one report with one period of account. */
export const ARTICLE_50: Message = {
  zh: '条例第五十条：年度报告的总体情况与各项数据属于同一份报告、同一统计期限',
  en: 'Article 50 of the Regulation: the narrative and the figures of a report are about the same period',
};

export const SCOPES_DIFFER: Message = {
  zh: '正文没有说到的、表格空白而推不出的，不作判断；正文与表格的统计口径可能不同，所以只作警告。',
  en: 'Not judged where the narrative says nothing or the tables leave it open. Narrative and tables may count differently: a warning only.',
};
