/** The headers that are stored with an object and returned as they came. */
export const STORED_HEADERS = [
  'content-type',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'expires',
] as const;

/** What the uploader says of an object. */
export interface ObjectAttributes {
  readonly headers: Readonly<Partial<Record<(typeof STORED_HEADERS)[number], string>>>;
  /** `x-amz-meta-*` without the prefix. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** One version of an object, or a delete marker. */
export interface ObjectVersion {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
  readonly sequencer: string;
  /** ISO 8601. */
  readonly lastModified: string;
  /** Absent for a delete marker. */
  readonly content?: ObjectContent;
}

export interface ObjectContent extends ObjectAttributes {
  /** Name of the blob that holds the bytes. */
  readonly blob: string;
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
  readonly checksum?: { readonly header: string; readonly value: string };
}

/** A version that has bytes. */
export type StoredObject = ObjectVersion & { readonly content: ObjectContent };

export const isStored = (version: ObjectVersion | undefined): version is StoredObject =>
  version?.content !== undefined;
