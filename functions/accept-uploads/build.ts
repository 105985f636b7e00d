import { S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { ClientSettings, Environment } from '../client-options.ts';
import { httpHandler } from '../http/http-handler.ts';
import { jsonLog, type Log } from '../log.ts';
import { UPLOAD_ROUTES } from './routes.ts';
import { s3UploadForms } from './upload-forms.ts';

const settingsSchema = z.object({ UPLOADS_BUCKET: z.string().min(1) });

/**
 * Wires the function from its environment; one machine gives its own endpoints and log.
 * @throws when a setting is absent or wrong
 */
export const build = (environment: Environment, clients: ClientSettings = {}, log: Log = jsonLog) => {
  const { UPLOADS_BUCKET: bucket } = settingsSchema.parse(environment);
  const forms = s3UploadForms(new S3Client(clients.s3 ?? {}), bucket);
  return httpHandler(UPLOAD_ROUTES, { forms, bucket }, log);
};
