import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { SignatureV4 } from '@smithy/signature-v4';

type Key = ConstructorParameters<ConstructorParameters<typeof SignatureV4>[0]['sha256']>[0];

/** SHA-256 of Node as the signer asks for it. */
class Sha256 {
  private hash: Hash | Hmac;

  constructor(private readonly secret?: Key) {
    this.hash = this.start();
  }

  private start(): Hash | Hmac {
    if (this.secret === undefined) return createHash('sha256');
    const key = this.secret;
    return createHmac(
      'sha256',
      typeof key === 'string'
        ? key
        : ArrayBuffer.isView(key)
          ? new Uint8Array(key.buffer, key.byteOffset, key.byteLength)
          : new Uint8Array(key),
    );
  }

  update(data: Uint8Array): void {
    this.hash.update(data);
  }

  async digest(): Promise<Uint8Array> {
    return this.hash.digest();
  }

  reset(): void {
    this.hash = this.start();
  }
}

export interface Unsigned {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string | undefined;
  readonly region: string;
}

/** Headers of a request to API Gateway, signed with the AWS credentials of the environment. */
export const signRequest = async ({
  method,
  url,
  headers,
  text,
  region,
}: Unsigned): Promise<Record<string, string>> => {
  const signer = new SignatureV4({
    service: 'execute-api',
    region,
    credentials: defaultProvider(),
    sha256: Sha256,
  });
  const signed = await signer.sign({
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { ...headers, host: url.host },
    body: text,
  });
  const { host: _, ...rest } = signed.headers;
  return rest;
};
