import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  Metric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Construct } from 'constructs';
import { METRICS_NAMESPACE } from '../functions/process-report/metrics.ts';
import { VERDICTS } from '../shared/checks/examination.ts';
import { inPascalCase } from './alert-robot.ts';
import type { Alerts } from './alerts.ts';
import type { Backfill } from './backfill.ts';
import { type Intake, PROCESSING_TIMEOUT } from './intake.ts';
import type { Processing } from './processing.ts';
import type { ReadApi } from './read-api.ts';
import type { Records } from './records.ts';
import type { Settings } from './settings.ts';

export interface OperationsProps {
  readonly intake: Intake;
  readonly processing: Processing;
  readonly records: Records;
  readonly alerts: Alerts;
  readonly readApi: ReadApi;
  readonly backfill: Backfill;
  readonly settings: Settings;
}

interface Watch {
  /** Heading in `docs/runbook.md`. */
  readonly title: string;
  /** Which of several things with the same heading. */
  readonly which?: string;
  /** What it means to those who use the service. */
  readonly means: string;
  readonly metric: IMetric;
  /** Raised above this, for as many periods. */
  readonly above: number;
  readonly periods?: number;
}

const STAGES = ['fetch', 'examine', 'record', 'keep', 'announce', 'settle'];
const SERVER_ERRORS = 5;
const SLOW_MILLISECONDS = 3000;

/** Says when something needs a person, each with a heading in the runbook, and shows how all is going. */
export class Operations extends Construct {
  constructor(scope: Construct, id: string, props: OperationsProps) {
    super(scope, id);
    const watches = this.watches(props);
    for (const { title, which = '', means, metric, above, periods = 1 } of watches)
      new Alarm(this, `${title.replaceAll(' ', '')}${inPascalCase(which)}`, {
        alarmDescription: `${title}. ${means} See docs/runbook.md.`,
        metric,
        threshold: above,
        evaluationPeriods: periods,
        comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      }).addAlarmAction(new SnsAction(props.alerts.topic));
    this.showAll(props);
  }

  private watches({
    intake,
    processing,
    records,
    alerts,
    readApi,
    backfill,
    settings,
  }: OperationsProps): Watch[] {
    const period = Duration.minutes(5);
    const { function: process } = processing.process;
    const throttled = new MathExpression({
      label: 'throttled',
      expression: 'get + query + put + update',
      period,
      usingMetrics: Object.fromEntries(
        (['GetItem', 'Query', 'PutItem', 'UpdateItem'] as const).map((operation) => [
          operation.replace('Item', '').toLowerCase(),
          new Metric({
            namespace: 'AWS/DynamoDB',
            metricName: 'ThrottledRequests',
            dimensionsMap: { TableName: records.table.tableName, Operation: operation },
            statistic: Stats.SUM,
            period,
          }),
        ]),
      ),
    });
    return [
      {
        title: 'Uploads wait too long',
        means: 'Reports are checked late.',
        metric: intake.queue.metricApproximateAgeOfOldestMessage({ period }),
        above: settings.alarmAgeSeconds,
        periods: 2,
      },
      {
        title: 'Uploads in the dead letters',
        means: 'Reports were not processed after five tries, and will not be until they are driven back.',
        metric: intake.deadLetters.metricApproximateNumberOfMessagesVisible({ period }),
        above: 0,
      },
      {
        title: 'Alerts not delivered',
        means: 'People were not told of reports that do not add up.',
        metric: alerts.undelivered.metricApproximateNumberOfMessagesVisible({ period }),
        above: 0,
      },
      ...alerts.channels.map(({ name, deadLetters }) => ({
        title: 'Alerts in the dead letters',
        which: name,
        means: `People were not told by ${name}, and will not be until the alerts are driven back.`,
        metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period }),
        above: 0,
      })),
      {
        title: 'Processing fails',
        means: 'The function ended without an answer; its messages come back.',
        metric: process.metricErrors({ period }),
        above: 0,
        periods: 3,
      },
      {
        title: 'Processing is throttled',
        means: 'The account has no room for more functions at once; reports wait.',
        metric: process.metricThrottles({ period }),
        above: 0,
        periods: 3,
      },
      {
        title: 'Processing nears its time limit',
        means: 'A batch nearly ran out of time; the next one may be cut off.',
        metric: process.metricDuration({ period, statistic: Stats.MAXIMUM }),
        above: PROCESSING_TIMEOUT.toMilliseconds() * 0.8,
      },
      {
        title: 'Table is throttled',
        means: 'Reads and writes of records are refused for a while.',
        metric: throttled,
        above: 0,
        periods: 3,
      },
      {
        title: 'API answers with errors',
        means: 'Callers do not get what they ask for.',
        metric: readApi.api.metricServerError({ period, statistic: Stats.SUM }),
        above: SERVER_ERRORS,
      },
      {
        title: 'API is slow',
        means: 'One caller in a hundred waits for more than three seconds.',
        metric: readApi.api.metricLatency({ period, statistic: Stats.p(99) }),
        above: SLOW_MILLISECONDS,
        periods: 3,
      },
      {
        title: 'Backfill failed',
        means: 'Not all objects that it was started for will be checked.',
        metric: backfill.stateMachine.metricFailed({ period }),
        above: 0,
      },
    ];
  }

  private showAll({ intake, processing, alerts, readApi }: OperationsProps): void {
    const own = (metricName: string, options: { verdict?: string; statistic: string }) =>
      new Metric({
        namespace: METRICS_NAMESPACE,
        metricName,
        statistic: options.statistic,
        ...(options.verdict && { dimensionsMap: { verdict: options.verdict }, label: options.verdict }),
      });
    const { function: process } = processing.process;
    const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12 });
    new Dashboard(this, 'Dashboard', {
      widgets: [
        [
          graph(
            'Reports by verdict',
            VERDICTS.map((verdict) => own('Processed', { verdict, statistic: Stats.SUM })),
          ),
          graph(
            'Time by stage, 99th percentile',
            STAGES.map((stage) => own(`${stage}Time`, { statistic: Stats.p(99) })),
          ),
        ],
        [
          graph('Age of the oldest upload', [intake.queue.metricApproximateAgeOfOldestMessage()]),
          graph('Dead letters', [
            intake.deadLetters.metricApproximateNumberOfMessagesVisible({ label: 'uploads' }),
            alerts.undelivered.metricApproximateNumberOfMessagesVisible({ label: 'alerts' }),
            ...alerts.channels.map(({ name, deadLetters }) =>
              deadLetters.metricApproximateNumberOfMessagesVisible({ label: name }),
            ),
          ]),
        ],
        [
          graph('Processing', [
            process.metricInvocations(),
            process.metricErrors(),
            process.metricThrottles(),
          ]),
          graph('API', [
            readApi.api.metricCount(),
            readApi.api.metricClientError(),
            readApi.api.metricServerError(),
          ]),
        ],
      ],
    });
  }
}
