import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { ObjectVersion } from '../../shared/records/object-version.ts';

/** Seconds that a link to an original holds. */
const LINK_SECONDS = 300;

/** Gives links to files as they were uploaded. */
export interface Originals {
  link(object: ObjectVersion, name: string): Promise<{ readonly href: string; readonly expiresAt: string }>;
}

/** Links to exactly the version that was examined, signed for Amazon S3; a browser saves them, never shows them. */
export const s3Originals = (s3: S3Client, now: () => Date = () => new Date()): Originals => ({
  async link({ bucket, key, versionId }, name) {
    const command = new GetObjectCommand({
      Bucket: bucket,
      Key: key,
      ...(versionId && { VersionId: versionId }),
      ResponseContentType: 'application/octet-stream',
      ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
    const href = await getSignedUrl(s3, command, { expiresIn: LINK_SECONDS });
    return { href, expiresAt: new Date(now().getTime() + LINK_SECONDS * 1000).toISOString() };
  },
});
