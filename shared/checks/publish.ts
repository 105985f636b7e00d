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

/** Where another report begins is told by a finding. */
const publishReport = ({ another: _, sections, ...report }: NonNullable<Examination['report']>) => ({
  ...report,
  sections: sections.map(publishSection),
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
  ...(report && { report: publishReport(report) }),
  outcomes,
  findings,
  ...(reason && { reason }),
  ...(message && { message }),
  ...rest,
});

export type Published = ReturnType<typeof publish>;
