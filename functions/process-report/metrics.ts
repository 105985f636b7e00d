import type { Processed } from './process-report.ts';

export const METRICS_NAMESPACE = 'Gouji';

/**
 * One line in the Embedded Metric Format of CloudWatch: reports processed by verdict and format, and the time of
 * each stage.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
 */
export const processedMetrics = (processed: Processed, now: Date): Record<string, unknown> => {
  const stages = Object.entries(processed.stages).map(
    ([stage, milliseconds]) => [`${stage}Time`, Math.round(milliseconds * 100) / 100] as const,
  );
  const dimensions =
    processed.outcome === 'gone'
      ? { verdict: 'gone', format: 'none' }
      : { verdict: processed.record.verdict, format: processed.record.source.format ?? 'unknown' };
  return {
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: METRICS_NAMESPACE,
          Dimensions: [['verdict', 'format'], ['verdict']],
          Metrics: [{ Name: 'Processed', Unit: 'Count' }],
        },
        {
          Namespace: METRICS_NAMESPACE,
          Dimensions: [[]],
          Metrics: stages.map(([Name]) => ({ Name, Unit: 'Milliseconds' })),
        },
      ],
    },
    ...dimensions,
    Processed: processed.outcome === 'repeat' ? 0 : 1,
    ...Object.fromEntries(stages),
  };
};
