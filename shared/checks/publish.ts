import type { Examination } from './examination.ts';

/** A report's section as published: the paragraphs' own places stay inside. */
const publishSection = ({
  number,
  title,
  ordinal,
  text,
}: NonNullable<Examination['report']>['sections'][number]) => ({
  number,
  title,
  ...(ordinal && { ordinal }),
  text,
});

/** One object of the published output: what the command prints and the record keeps of an examination. */
export const publish = ({
  source,
  verdict,
  report,
  outcomes,
  findings,
  reason,
  message,
  ...rest
}: Examination) => ({
  source,
  verdict,
  ...(report && { report: { ...report, sections: report.sections.map(publishSection) } }),
  outcomes,
  findings,
  ...(reason && { reason }),
  ...(message && { message }),
  ...rest,
});

export type Published = ReturnType<typeof publish>;
