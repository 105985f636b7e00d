import { createHash, randomBytes } from 'node:crypto';
import type { Level } from 'level';
import type { Blob, BlobFolder } from './blob-folder.ts';
import type { ObjectAttributes } from './object-version.ts';
import { S3Error } from './s3-error.ts';

/** An upload in parts that is not completed yet. */
export interface Upload {
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  /** ISO 8601. */
  readonly initiated: string;
  readonly attributes: ObjectAttributes;
}

export interface Part {
  readonly number: number;
  readonly size: number;
  readonly etag: string;
  readonly blob: string;
  /** ISO 8601. */
  readonly lastModified: string;
}

/** Every part but the last: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const SMALLEST_PART = 5 * 1024 * 1024;
export const LAST_PART_NUMBER = 10_000;

const partKey = (upload: Upload, number: number): string =>
  `p\0${upload.id}\0${String(number).padStart(5, '0')}`;

/** Uploads in parts, kept in the level of the index under `u 0 bucket 0 key 0 id` and `p 0 id 0 number`. */
export class MultipartUploads {
  constructor(
    private readonly level: Level<string, unknown>,
    private readonly blobs: BlobFolder,
    /** Of the whole object, in bytes. */
    private readonly limit: number,
  ) {}

  async create(bucket: string, key: string, attributes: ObjectAttributes): Promise<Upload> {
    const id = randomBytes(16).toString('hex');
    const upload = { id, bucket, key, initiated: new Date().toISOString(), attributes };
    await this.level.put(`u\0${bucket}\0${key}\0${id}`, upload, { sync: true });
    return upload;
  }

  /** @throws S3Error NoSuchUpload */
  async find(bucket: string, key: string, id: string): Promise<Upload> {
    const upload = (await this.level.get(`u\0${bucket}\0${key}\0${id}`)) as Upload | undefined;
    if (!upload) throw new S3Error('NoSuchUpload', 404, 'The specified multipart upload does not exist.');
    return upload;
  }

  async list(bucket: string, prefix: string): Promise<Upload[]> {
    const range = { gte: `u\0${bucket}\0${prefix}`, lt: `u\0${bucket}\x01`, limit: 1000 };
    const uploads = (await this.level.values(range).all()) as Upload[];
    return uploads.filter(({ key }) => key.startsWith(prefix));
  }

  /** Stores a part, in the place of an earlier one of that number. */
  async addPart(upload: Upload, number: number, bytes: AsyncIterable<Uint8Array>): Promise<Part> {
    const blob = await this.blobs.write(bytes);
    try {
      await this.blobs.onDisk(blob.name);
    } catch (error) {
      await this.blobs.remove(blob.name);
      throw error;
    }
    const key = partKey(upload, number);
    const replaced = (await this.level.get(key)) as Part | undefined;
    const lastModified = new Date().toISOString();
    const part: Part = { number, size: blob.size, etag: blob.md5, blob: blob.name, lastModified };
    await this.level.put(key, part, { sync: true });
    if (replaced) await this.blobs.remove(replaced.blob);
    return part;
  }

  async parts(upload: Upload): Promise<Part[]> {
    return (await this.level.values({ gte: `p\0${upload.id}\0`, lt: `p\0${upload.id}\x01` }).all()) as Part[];
  }

  /**
   * Joins the named parts to one blob. The upload stays until it is discarded, so that a kill in between
   * loses nothing.
   *
   * @throws S3Error InvalidPart, InvalidPartOrder, EntityTooSmall, EntityTooLarge
   */
  async join(
    upload: Upload,
    named: readonly { readonly number: number; readonly etag: string }[],
  ): Promise<{ readonly blob: Blob; readonly etag: string }> {
    const stored = new Map((await this.parts(upload)).map((part) => [part.number, part]));
    const chosen = named.map(({ number, etag }) => {
      const part = stored.get(number);
      if (part?.etag === etag) return part;
      throw new S3Error('InvalidPart', 400, `Part ${number} was not found or its ETag does not match.`);
    });
    if (chosen.length === 0) throw new S3Error('MalformedXML', 400, 'You must specify at least one part.');
    if (chosen.some((part, index) => part.number <= (chosen[index - 1]?.number ?? 0))) {
      throw new S3Error('InvalidPartOrder', 400, 'The list of parts was not in ascending order.');
    }
    if (chosen.slice(0, -1).some(({ size }) => size < SMALLEST_PART)) {
      throw new S3Error('EntityTooSmall', 400, 'A part but the last is smaller than 5 MiB.');
    }
    if (chosen.reduce((sum, { size }) => sum + size, 0) > this.limit) {
      throw new S3Error('EntityTooLarge', 400, `The object exceeds the maximum of ${this.limit} bytes.`);
    }
    const { blobs } = this;
    async function* joined(): AsyncGenerator<Buffer> {
      for (const part of chosen) yield* blobs.read(part.blob);
    }
    const digest = createHash('md5');
    for (const { etag } of chosen) digest.update(Buffer.from(etag, 'hex'));
    return { blob: await blobs.write(joined()), etag: `${digest.digest('hex')}-${chosen.length}` };
  }

  /** Removes the upload and its parts. */
  async discard(upload: Upload): Promise<void> {
    const parts = await this.parts(upload);
    const keys = [
      `u\0${upload.bucket}\0${upload.key}\0${upload.id}`,
      ...parts.map((part) => partKey(upload, part.number)),
    ];
    await this.level.batch(keys.map((key) => ({ type: 'del' as const, key })));
    await Promise.all(parts.map(({ blob }) => this.blobs.remove(blob)));
  }
}
