import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import type { EventBridgeClientConfig } from '@aws-sdk/client-eventbridge';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import type { SecretsManagerClientConfig } from '@aws-sdk/client-secrets-manager';
import type { SNSClientConfig } from '@aws-sdk/client-sns';
import type { SQSClientConfig } from '@aws-sdk/client-sqs';
import type { SSMClientConfig } from '@aws-sdk/client-ssm';

/** How the SDK clients reach their services: nothing in the cloud, loopback addresses on one machine. */
export interface ClientSettings {
  readonly s3?: S3ClientConfig;
  readonly dynamodb?: DynamoDBClientConfig;
  readonly sqs?: SQSClientConfig;
  readonly eventBridge?: EventBridgeClientConfig;
  readonly sns?: SNSClientConfig;
  readonly secrets?: SecretsManagerClientConfig;
  readonly parameters?: SSMClientConfig;
}

/** Environment variables, as of a Lambda. */
export type Environment = Readonly<Record<string, string | undefined>>;
