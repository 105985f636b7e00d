/** Where the SDK clients find their services: nothing in the cloud, the loopback address on one machine. */
export interface ClientOptions {
  readonly endpoint?: string;
  readonly region?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** Endpoints may differ by service. */
export interface ClientSettings {
  readonly s3?: ClientOptions & { readonly forcePathStyle?: boolean };
  readonly dynamodb?: ClientOptions;
  readonly eventBridge?: ClientOptions;
  readonly sqs?: ClientOptions;
  readonly sns?: ClientOptions;
}

/** Environment variables, as of a Lambda. */
export type Environment = Readonly<Record<string, string | undefined>>;
