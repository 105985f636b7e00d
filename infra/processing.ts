import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Alerts } from './alerts.ts';
import { excuse } from './excuse.ts';
import { type Intake, PROCESSING_TIMEOUT } from './intake.ts';
import { LeastFunction } from './least-function.ts';
import type { Records } from './records.ts';

export interface ProcessingProps {
  readonly intake: Intake;
  readonly records: Records;
  readonly alerts: Alerts;
  /** Address of the read API, for links in events. */
  readonly apiUrl: string;
  readonly concurrency: number;
  readonly logDays: number;
}

/** Reads, checks, records and announces every upload, one document at a time. */
export class Processing extends Construct {
  readonly process: LeastFunction;

  constructor(scope: Construct, id: string, props: ProcessingProps) {
    super(scope, id);
    const { intake, records, alerts } = props;
    const { table } = records;
    this.process = new LeastFunction(this, 'ProcessReport', {
      entry: 'functions/process-report/handler.ts',
      description: 'Reads, checks, records and announces uploaded reports',
      timeout: PROCESSING_TIMEOUT,
      memory: 1769,
      logDays: props.logDays,
      environment: {
        TABLE_NAME: table.tableName,
        RECORDS_BUCKET: records.bucket.bucketName,
        EVENT_BUS_NAME: alerts.bus.eventBusName,
        API_URL: props.apiUrl,
      },
      calls: {
        's3:GetObjectVersion': [intake.bucket.arnForObjects('*')],
        // Without it, S3 answers 403 and not 404 for an object that is gone.
        's3:ListBucket': [intake.bucket.bucketArn],
        // Of the years before and after.
        's3:GetObject': [records.bucket.arnForObjects('records/*')],
        's3:PutObject': [records.bucket.arnForObjects('records/*')],
        'dynamodb:GetItem': [table.tableArn],
        'dynamodb:PutItem': [table.tableArn],
        'dynamodb:UpdateItem': [table.tableArn],
        'dynamodb:Query': [table.tableArn],
        'events:PutEvents': [alerts.bus.eventBusArn],
        'sqs:ReceiveMessage': [intake.queue.queueArn],
        'sqs:DeleteMessage': [intake.queue.queueArn],
        'sqs:GetQueueAttributes': [intake.queue.queueArn],
      },
    });
    const mapping = new EventSourceMapping(this, 'Uploads', {
      target: this.process.function,
      eventSourceArn: intake.queue.queueArn,
      batchSize: 10,
      maxBatchingWindow: Duration.seconds(0),
      maxConcurrency: props.concurrency,
      reportBatchItemFailures: true,
    });
    excuse(mapping, {
      'Serverless-LambdaEventSourceMappingDestination': 'The queue has dead letters of its own',
    });
  }
}
