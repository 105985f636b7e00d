import { Duration } from 'aws-cdk-lib';
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
import { CATCH_ALL_PATH } from '../functions/http/http-handler.ts';
import { READ_ROUTES } from '../functions/read-records/routes.ts';
import { LeastFunction } from './least-function.ts';
import type { Records } from './records.ts';
import type { Settings } from './settings.ts';

export interface ReadApiProps {
  readonly records: Records;
  readonly settings: Settings;
}

/** The records over HTTP. Nobody is let in without IAM credentials, or a token of the issuer that was set. */
export class ReadApi extends Construct {
  readonly read: LeastFunction;
  readonly api: HttpApi;
  readonly stage: HttpStage;
  /** Without a slash at its end. */
  readonly url: string;

  constructor(scope: Construct, id: string, { records, settings }: ReadApiProps) {
    super(scope, id);
    const cursorKey = new Secret(this, 'CursorKey', {
      description: 'Signs the cursors of lists, so that they cannot be forged',
      generateSecretString: { passwordLength: 48, excludePunctuation: true },
    });
    const index = `${records.table.tableArn}/index/*`;
    this.read = new LeastFunction(this, 'ReadRecords', {
      entry: 'functions/read-records/handler.ts',
      description: 'Answers the read API',
      timeout: Duration.seconds(15),
      memory: 512,
      logDays: settings.logDays,
      environment: {
        TABLE_NAME: records.table.tableName,
        RECORDS_BUCKET: records.bucket.bucketName,
        // Resolved when the stack is deployed; it guards positions in lists, not records.
        CURSOR_KEY: cursorKey.secretValue.unsafeUnwrap(),
      },
      calls: {
        'dynamodb:GetItem': [records.table.tableArn],
        'dynamodb:Query': [records.table.tableArn, index],
        's3:GetObject': [records.bucket.arnForObjects('records/*')],
      },
    });
    this.api = new HttpApi(this, 'Api', {
      description: 'Records of checked reports',
      createDefaultStage: false,
    });
    this.url = this.api.apiEndpoint;
    const integration = new HttpLambdaIntegration('Read', this.read.function);
    const authorizer = this.authorizer(settings);
    for (const { method, path, scope: needed } of READ_ROUTES)
      this.api.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration,
        authorizer,
        ...(settings.jwtIssuer && { authorizationScopes: [`gouji/${needed}`] }),
      });
    // Everything else gets a problem document, and never a record: see `CATCH_ALL`.
    this.api.addRoutes({ path: CATCH_ALL_PATH, methods: [HttpMethod.ANY], integration, authorizer });
    const accessLog = new LogGroup(this, 'Requests', { retention: settings.logDays as RetentionDays });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: settings.requestsPerSecond, burstLimit: settings.requestsPerSecond * 2 },
      detailedMetricsEnabled: true,
      accessLogSettings: { destination: new LogGroupLogDestination(accessLog) },
    });
  }

  private authorizer({ jwtIssuer, jwtAudience }: Settings): IHttpRouteAuthorizer {
    return jwtIssuer && jwtAudience
      ? new HttpJwtAuthorizer('Token', jwtIssuer, { jwtAudience: [jwtAudience] })
      : new HttpIamAuthorizer();
  }
}
