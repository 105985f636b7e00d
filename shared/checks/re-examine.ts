import type { Report } from '../report/report.ts';
import { check } from './check.ts';
import type { Examination } from './examination.ts';
import { withHistory } from './history/with-history.ts';
import type { Published } from './publish.ts';

/**
 * The report of a published examination. The places of its sections were left out when it was published, and no rule
 * asks for them: each paragraph stands for itself.
 */
export const publishedReport = ({ report }: Published): Report | undefined =>
  report && {
    ...report,
    sections: report.sections.map((section) => ({
      ...section,
      at: { paragraph: 0 },
      paragraphs: section.text.split('\n').map((text, index) => ({ text, at: { paragraph: index + 1 } })),
    })),
  };

/**
 * Runs the present rules over what was published of a report, without its bytes. A rejected one stays as it is:
 * there is nothing that rules could judge.
 *
 * @param previous the same agency's report for the year before
 */
export const reExamine = (published: Published, previous?: Report): Examination => {
  const report = publishedReport(published);
  const { source, reason, message } = published;
  return report
    ? withHistory({ source, report, ...check(report) }, previous)
    : {
        source,
        verdict: 'rejected',
        outcomes: [],
        findings: [],
        ...(reason && { reason }),
        ...(message && { message }),
      };
};
