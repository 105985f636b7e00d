import { Duration } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer, HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { API_ROUTES } from '../functions/api-routes.ts';
import { CATCH_ALL_PATH } from '../functions/http/http-handler.ts';
import { LISTING_INDEX } from '../shared/records/table-keys.ts';
import { excuse } from './excuse.ts';
import type { Intake } from './intake.ts';
import { LeastFunction } from './least-function.ts';
import type { Records } from './records.ts';
import type { Settings } from './settings.ts';

export interface ReadApiProps {
  readonly intake: Intake;
  readonly records: Records;
  readonly settings: Settings;
}

/** What the log of requests tells: who asked what, and what came of it. */
const ACCESS_LOG = {
  time: '$context.requestTime',
  request: '$context.requestId',
  address: '$context.identity.sourceIp',
  caller: '$context.identity.caller',
  subject: '$context.authorizer.claims.sub',
  route: '$context.routeKey',
  path: '$context.path',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  bytes: '$context.responseLength',
  error: '$context.error.message',
};

/** The records over HTTP. Nobody is let in without IAM credentials, or a token of the issuer that was set. */
export class ReadApi extends Construct {
  readonly functions: Readonly<Record<keyof typeof API_ROUTES, LeastFunction>>;
  readonly api: HttpApi;
  readonly stage: HttpStage;
  /** Without a slash at its end. */
  readonly url: string;

  constructor(scope: Construct, id: string, props: ReadApiProps) {
    super(scope, id);
    const { settings } = props;
    this.functions = this.makeFunctions(props);
    this.api = new HttpApi(this, 'Api', {
      description: 'Records of checked reports',
      createDefaultStage: false,
    });
    this.url = this.api.apiEndpoint;
    this.addRoutes(settings);
    const accessLog = new LogGroup(this, 'Requests', { retention: settings.logDays as RetentionDays });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: settings.requestsPerSecond, burstLimit: settings.requestsPerSecond * 2 },
      detailedMetricsEnabled: true,
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
  }

  private makeFunctions({ intake, records, settings }: ReadApiProps) {
    const cursorKey = new Secret(this, 'CursorKey', {
      description: 'Signs the cursors of lists, so that they cannot be forged',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    });
    excuse(cursorKey, {
      'AwsSolutions-SMG4':
        'It guards positions in lists, not records; rotating it would break lists being read',
    });
    const { table, bucket } = records;
    const common = { timeout: Duration.seconds(15), memory: 512, ...settings } as const;
    return {
      readRecords: new LeastFunction(this, 'ReadRecords', {
        ...common,
        entry: 'functions/read-records/handler.ts',
        description: 'Answers what is asked of the records',
        environment: {
          TABLE_NAME: table.tableName,
          RECORDS_BUCKET: bucket.bucketName,
          // Resolved when the stack is deployed; it guards positions in lists, not records.
          CURSOR_KEY: cursorKey.secretValue.unsafeUnwrap(),
        },
        calls: {
          'dynamodb:GetItem': [table.tableArn],
          'dynamodb:Query': [table.tableArn, `${table.tableArn}/index/${LISTING_INDEX}`],
          's3:GetObject': [bucket.arnForObjects('records/*')],
          // Signed into links to originals, each to one version.
          's3:GetObjectVersion': [intake.bucket.arnForObjects('*')],
        },
      }),
      acceptUploads: new LeastFunction(this, 'AcceptUploads', {
        ...common,
        entry: 'functions/accept-uploads/handler.ts',
        description: 'Gives forms by which reports are uploaded',
        environment: { UPLOADS_BUCKET: intake.bucket.bucketName },
        calls: { 's3:PutObject': [intake.bucket.arnForObjects('api/*')] },
      }),
      recordReviews: new LeastFunction(this, 'RecordReviews', {
        ...common,
        entry: 'functions/record-reviews/handler.ts',
        description: 'Takes verdicts of people on findings',
        environment: { TABLE_NAME: table.tableName, RECORDS_BUCKET: bucket.bucketName },
        calls: {
          'dynamodb:GetItem': [table.tableArn],
          'dynamodb:PutItem': [table.tableArn],
          'dynamodb:DeleteItem': [table.tableArn],
          's3:GetObject': [bucket.arnForObjects('records/*')],
        },
      }),
      recheckRecords: new LeastFunction(this, 'RecheckRecords', {
        ...common,
        // One page of reports, each checked again; with --from-source each read again.
        timeout: Duration.seconds(29),
        memory: 1769,
        entry: 'functions/recheck-records/handler.ts',
        description: 'Tells what the present rules change in stored reports, and orders it',
        environment: {
          TABLE_NAME: table.tableName,
          RECORDS_BUCKET: bucket.bucketName,
          QUEUE_URL: intake.queue.queueUrl,
          CURSOR_KEY: cursorKey.secretValue.unsafeUnwrap(),
        },
        calls: {
          'dynamodb:GetItem': [table.tableArn],
          'dynamodb:Query': [table.tableArn, `${table.tableArn}/index/${LISTING_INDEX}`],
          's3:GetObject': [bucket.arnForObjects('records/*')],
          's3:GetObjectVersion': [intake.bucket.arnForObjects('*')],
          // Without it, S3 answers 403 and not 404 for an original that is gone.
          's3:ListBucket': [intake.bucket.bucketArn],
          'sqs:SendMessage': [intake.queue.queueArn],
        },
      }),
    };
  }

  private addRoutes({ jwtIssuer, jwtAudience }: Settings): void {
    const authorizer: IHttpRouteAuthorizer =
      jwtIssuer && jwtAudience
        ? new HttpJwtAuthorizer('Token', jwtIssuer, { jwtAudience: [jwtAudience] })
        : new HttpIamAuthorizer();
    const scoped = (scope: string) => (jwtIssuer ? { authorizationScopes: [`gouji/${scope}`] } : {});
    for (const [name, routes] of Object.entries(API_ROUTES)) {
      const { function: answering } = this.functions[name as keyof typeof API_ROUTES];
      const integration = new HttpLambdaIntegration(name, answering);
      for (const { method, path, scope } of routes)
        this.api.addRoutes({
          path,
          methods: [HttpMethod[method]],
          integration,
          authorizer,
          ...scoped(scope),
        });
      // Everything else gets a problem document, and never a record: see `CATCH_ALL_PATH`.
      if (name === 'readRecords')
        this.api.addRoutes({
          path: CATCH_ALL_PATH,
          methods: [HttpMethod.ANY],
          integration,
          authorizer,
          ...scoped('read'),
        });
    }
  }
}
