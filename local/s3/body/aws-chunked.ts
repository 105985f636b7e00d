import { S3Error } from '../s3-error.ts';
import type { Authenticated } from '../signature/authenticate.ts';
import { same, scopeText, sha256, sign } from '../signature/signing-key.ts';

/** Longest chunk: AWS clients send 64 kB; each is held whole until its signature is checked. */
const LONGEST_CHUNK = 16 * 1024 * 1024;
const LONGEST_LINE = 16 * 1024;
const EMPTY_HASH = sha256('');

const incomplete = (): S3Error =>
  new S3Error('IncompleteBody', 400, 'The request body terminated unexpectedly or is not aws-chunked.');

const mismatch = (): S3Error => {
  const message = 'The chunk signature we calculated does not match the signature you provided.';
  return new S3Error('SignatureDoesNotMatch', 403, message);
};

/** Reads lines and runs of bytes from a stream. */
class Lines {
  private held: Buffer = Buffer.alloc(0);
  private readonly source: AsyncIterator<Buffer>;

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  private async more(): Promise<void> {
    const next = await this.source.next();
    if (next.done) throw incomplete();
    this.held = this.held.length === 0 ? next.value : Buffer.concat([this.held, next.value]);
  }

  async line(): Promise<string> {
    for (;;) {
      const end = this.held.indexOf('\r\n');
      if (end >= 0) {
        const line = this.held.subarray(0, end).toString('latin1');
        this.held = this.held.subarray(end + 2);
        return line;
      }
      if (this.held.length > LONGEST_LINE) throw incomplete();
      await this.more();
    }
  }

  async bytes(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let missing = count; missing > 0; ) {
      if (this.held.length === 0) await this.more();
      const part = this.held.subarray(0, missing);
      parts.push(part);
      missing -= part.length;
      this.held = this.held.subarray(part.length);
    }
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  }
}

/**
 * Takes the frames of an `aws-chunked` body away and verifies the signature of each chunk and of the trailer.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 *
 * @param trailers filled with the trailing headers when the body has ended
 * @throws S3Error IncompleteBody, SignatureDoesNotMatch
 */
export async function* decodeAwsChunked(
  source: AsyncIterable<Buffer>,
  authenticated: Authenticated,
  trailers: Map<string, string>,
): AsyncGenerator<Buffer> {
  const signed = authenticated.payload.startsWith('STREAMING-AWS4-HMAC-SHA256-PAYLOAD');
  const scope = scopeText(authenticated.scope);
  let previous = authenticated.signature;
  const verify = (claimed: string | undefined, kind: string, ...hashes: string[]): void => {
    if (!signed) return;
    const text = [`AWS4-HMAC-SHA256-${kind}`, authenticated.timestamp, scope, previous, ...hashes].join('\n');
    previous = sign(authenticated.key, text);
    if (!same(previous, claimed ?? '')) throw mismatch();
  };

  const lines = new Lines(source);
  for (;;) {
    const [size = '', ...extensions] = (await lines.line()).split(';');
    const length = Number.parseInt(size, 16);
    if (!/^[0-9a-f]+$/i.test(size) || length > LONGEST_CHUNK) throw incomplete();
    const signature = extensions.find((part) => part.startsWith('chunk-signature='))?.slice(16);
    const chunk = await lines.bytes(length);
    verify(signature, 'PAYLOAD', EMPTY_HASH, sha256(chunk));
    if (length === 0) break;
    yield chunk;
    if ((await lines.line()) !== '') throw incomplete();
  }

  let canonical = '';
  for (let line = await lines.line(); line !== ''; line = await lines.line()) {
    const colon = line.indexOf(':');
    const [name, value] = [line.slice(0, colon).toLowerCase().trim(), line.slice(colon + 1).trim()];
    trailers.set(name, value);
    if (name !== 'x-amz-trailer-signature') canonical += `${name}:${value}\n`;
  }
  if (authenticated.payload.endsWith('-TRAILER')) {
    verify(trailers.get('x-amz-trailer-signature'), 'TRAILER', sha256(canonical));
  }
}
