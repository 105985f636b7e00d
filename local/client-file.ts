import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Local } from './local.ts';

/**
 * Writes a file of shell variables from which rclone, aws, `gouji` and other clients know this machine, so
 * that the secret need not be printed.
 *
 * @returns its path
 */
export const writeClientFile = async (data: string, { apiUrl, s3, queue, table }: Local): Promise<string> => {
  const variables = {
    AWS_ACCESS_KEY_ID: s3.accessKeyId,
    AWS_SECRET_ACCESS_KEY: s3.secretAccessKey,
    AWS_DEFAULT_REGION: s3.region,
    AWS_ENDPOINT_URL: queue.endpoint,
    AWS_ENDPOINT_URL_S3: s3.endpoint,
    GOUJI_API: apiUrl,
    GOUJI_BUCKET: s3.bucket,
    GOUJI_TABLE: table,
    GOUJI_QUEUE: queue.url,
    GOUJI_DEAD_LETTERS: queue.deadLettersUrl,
    RCLONE_CONFIG_GOUJI_TYPE: 's3',
    RCLONE_CONFIG_GOUJI_PROVIDER: 'Other',
    RCLONE_CONFIG_GOUJI_ENDPOINT: s3.endpoint,
    RCLONE_CONFIG_GOUJI_ACCESS_KEY_ID: s3.accessKeyId,
    RCLONE_CONFIG_GOUJI_SECRET_ACCESS_KEY: s3.secretAccessKey,
  };
  const file = join(data, 's3-client.env');
  const lines = Object.entries(variables).map(([name, value]) => `export ${name}=${value}\n`);
  await writeFile(file, lines.join(''), { mode: 0o600 });
  return file;
};
