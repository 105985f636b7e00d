import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AccessLogs } from './access-logs.ts';
import { inPascalCase } from './alert-robot.ts';
import { Alerts } from './alerts.ts';
import { Backfill } from './backfill.ts';
import { Intake } from './intake.ts';
import { Operations } from './operations.ts';
import { Processing } from './processing.ts';
import { ReadApi } from './read-api.ts';
import { Records } from './records.ts';
import type { Settings } from './settings.ts';

export interface GoujiStackProps extends StackProps {
  readonly settings: Settings;
}

/**
 * drop a file ─▶ intake ─▶ processing ─▶ records ◀─ read API
 *    backfill ─────▲           └─▶ alerts
 */
export class GoujiStack extends Stack {
  constructor(scope: Construct, id: string, { settings, ...props }: GoujiStackProps) {
    super(scope, id, props);
    const { bucket: accessLogs } = new AccessLogs(this, 'AccessLogs', settings);
    const intake = new Intake(this, 'Intake', { accessLogs, ...settings });
    const records = new Records(this, 'Records', { accessLogs });
    const readApi = new ReadApi(this, 'ReadApi', { intake, records, settings });
    const alerts = new Alerts(this, 'Alerts', { apiUrl: readApi.url, settings });
    const processing = new Processing(this, 'Processing', {
      intake,
      records,
      alerts,
      apiUrl: readApi.url,
      ...settings,
    });
    const backfill = new Backfill(this, 'Backfill', { intake, records, ...settings });
    new Operations(this, 'Operations', {
      intake,
      processing,
      records,
      alerts,
      readApi,
      backfill,
      settings,
    });

    const outputs = {
      UploadsBucket: intake.bucket.bucketName,
      UploadsQueueUrl: intake.queue.queueUrl,
      DeadLettersUrl: intake.deadLetters.queueUrl,
      RecordsTable: records.table.tableName,
      RecordsBucket: records.bucket.bucketName,
      EventBusName: alerts.bus.eventBusName,
      AlertsTopicArn: alerts.topic.topicArn,
      UndeliveredUrl: alerts.undelivered.queueUrl,
      ApiUrl: readApi.url,
      BackfillArn: backfill.stateMachine.stateMachineArn,
      ...Object.fromEntries(
        alerts.channels.flatMap(({ name, queue, deadLetters }) => [
          [`Alerts${inPascalCase(name)}QueueUrl`, queue.queueUrl],
          [`Alerts${inPascalCase(name)}DeadLettersUrl`, deadLetters.queueUrl],
        ]),
      ),
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
