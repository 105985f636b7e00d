import { Duration } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { PrivateBucket } from './private-bucket.ts';

/** Who read or wrote which object: S3 writes its access logs here. */
export class AccessLogs extends Construct {
  readonly bucket: IBucket;

  constructor(scope: Construct, id: string, { logDays }: { readonly logDays: number }) {
    super(scope, id);
    this.bucket = new PrivateBucket(this, 'Logs', {
      versioned: false,
      // A bucket made for logs alone: S3 grants its log service by policy, which needs no ACL.
      lifecycleRules: [
        {
          id: 'old-logs',
          expiration: Duration.days(logDays),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    }).bucket as IBucket;
  }
}
