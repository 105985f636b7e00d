/** An answer of the S3 protocol that is no success: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html */
export class S3Error extends Error {
  override readonly name = 'S3Error';
  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    /** Further response headers. */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** Whatever this endpoint does not do is refused, never half done: a call let through may destroy data. */
export const notImplemented = (what: string): S3Error =>
  new S3Error('NotImplemented', 501, `This S3 endpoint does not implement ${what}.`);

export const invalidArgument = (message: string): S3Error => new S3Error('InvalidArgument', 400, message);

export const accessDenied = (message: string): S3Error => new S3Error('AccessDenied', 403, message);

export const preconditionFailed = (): S3Error =>
  new S3Error('PreconditionFailed', 412, 'At least one of the pre-conditions you specified did not hold');
