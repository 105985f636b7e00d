import * as z from 'zod';

/**
 * One version of one uploaded object: the identity of the work. Bucket, key and version id name it; size and
 * entity tag describe it; sequencer and time order it among its like.
 */
export const objectVersionSchema = z.object({
  bucket: z.string().min(1),
  key: z.string().min(1),
  /** Absent where the bucket keeps no versions. */
  versionId: z.string().min(1).optional(),
  eTag: z.string().min(1).optional(),
  size: z.number().int().nonnegative().optional(),
  /** Hexadecimal; orders the versions of one key, and only those. Absent when the work was queued by hand. */
  sequencer: z.string().min(1).optional(),
  /** When the upload ended, ISO 8601 in UTC. */
  uploadedAt: z.iso.datetime(),
});

export type ObjectVersion = z.infer<typeof objectVersionSchema>;

/** The name of the file that the object holds: the key without its folders. */
export const fileName = ({ key }: Pick<ObjectVersion, 'key'>): string =>
  key.slice(key.lastIndexOf('/') + 1) || key;
