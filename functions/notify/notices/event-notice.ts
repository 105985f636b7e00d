import { SEVERITY_NAMES } from '../../../shared/checks/severity-names.ts';
import { VERDICT_NAMES } from '../../../shared/checks/verdict-names.ts';
import type { GoujiEvent } from '../../../shared/events/catalogue.ts';
import { causeSentence } from './cause-sentence.ts';
import type { Notice } from './notice.ts';

/** What people must act on, or need act on no longer. */
export const TOLD_TYPES = ['report.inconsistent.v1', 'report.rejected.v1', 'report.corrected.v1'] as const;

export type ToldEvent = Extract<GoujiEvent, { type: (typeof TOLD_TYPES)[number] }>;
type Inconsistent = Extract<ToldEvent, { type: 'report.inconsistent.v1' }>;

/** Which report or which file an event is about. */
const subjectOf = (event: ToldEvent): string => {
  if (event.type === 'report.rejected.v1') return event.data.object.key;
  const { statedAgency, agency, year } = event.data;
  return `${statedAgency ?? agency} ${year === null ? '年份不明' : `${year}年`}`;
};

export const titleOf = (event: ToldEvent): string => {
  const subject = subjectOf(event);
  switch (event.type) {
    case 'report.inconsistent.v1':
      return `勾稽不符：${subject}，${event.data.counts.error}处${SEVERITY_NAMES.error.zh}`;
    case 'report.rejected.v1':
      return `无法读取：${subject}`;
    case 'report.corrected.v1':
      return `已经更正：${subject}，${VERDICT_NAMES[event.data.verdict].zh}`;
  }
};

/** One sentence for each cause, then for each error that no cause explains. */
const reasonsOf = ({ data: { causes, findings } }: Inconsistent): string[] => {
  const sentences = new Map(
    causes.flatMap((cause) => {
      const sentence = causeSentence(cause);
      return sentence ? [[cause.id, sentence] as const] : [];
    }),
  );
  const unexplained = findings.filter(
    ({ severity, cause }) => severity === 'error' && !(cause && sentences.has(cause)),
  );
  return [...sentences.values(), ...unexplained.map(({ message }) => message.zh)];
};

const linesOf = (event: ToldEvent): string[] => {
  if (event.type === 'report.rejected.v1') return [event.data.message.zh];
  const { counts, current } = event.data;
  const errors = event.type === 'report.inconsistent.v1' ? event.data.findings : [];
  const untold = counts.error - errors.filter(({ severity }) => severity === 'error').length;
  return [
    ...(event.type === 'report.corrected.v1' ? ['此前的版本勾稽不符，新版本已无勾稽错误。'] : []),
    ...(event.type === 'report.inconsistent.v1' ? reasonsOf(event) : []),
    ...(current ? [] : ['此后已有更新的版本。']),
    ...(untold > 0 && event.type === 'report.inconsistent.v1'
      ? [`另有${untold}处${SEVERITY_NAMES.error.zh}，见记录。`]
      : []),
    ...(counts.warning > 0 ? [`另有${counts.warning}处${SEVERITY_NAMES.warning.zh}，见记录。`] : []),
  ];
};

/** The message about one report. */
export const eventNotice = (event: ToldEvent): Notice => ({
  id: event.id,
  title: titleOf(event),
  lines: linesOf(event),
  link: { text: '查看记录', href: event.data.link },
  events: [{ id: event.id, type: event.type, link: event.data.link }],
});

/** The weightiest sentence about an event, where there is room for one. */
export const firstReason = (event: ToldEvent): string | undefined => linesOf(event)[0];
