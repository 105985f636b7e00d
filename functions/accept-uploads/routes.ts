import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { LIMITS } from '../../shared/document/limits.ts';
import { MEDIA_TYPES } from '../../shared/document/media-types.ts';
import { uploadPath } from '../../shared/events/events-of.ts';
import { objectId } from '../../shared/records/identity.ts';
import { Problem } from '../http/problem.ts';
import { type Route, route } from '../http/route.ts';
import type { UploadForms } from './upload-forms.ts';

export interface Services {
  readonly forms: UploadForms;
  readonly bucket: string;
}

const createUpload = route<Services>()({
  method: 'POST',
  path: '/uploads',
  name: 'createUpload',
  summary: 'A short-lived form that takes one report: post its fields and then the file to its address',
  scope: 'upload',
  status: 201,
  pathSchema: z.strictObject({}),
  querySchema: z.strictObject({}),
  bodySchema: z.strictObject({
    name: z
      .string()
      .min(1)
      .max(200)
      .regex(/^[^/\\\p{Cc}]+$/u, 'a file name without a folder')
      .describe('Name of the file; its ending tells the format'),
  }),
  replySchema: z.object({
    url: z.string(),
    fields: z.record(z.string(), z.string()),
    expiresAt: z.iso.datetime(),
    maxBytes: z.number().int(),
    upload: z.string().describe('Path that tells what became of the file once it is processed'),
  }),
  async respond({ forms, bucket }, { body: { name } }) {
    const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    const mediaType = Object.hasOwn(MEDIA_TYPES, ending) ? MEDIA_TYPES[ending] : undefined;
    if (mediaType === undefined)
      throw new Problem(
        'unsupported-media-type',
        `The name must end in one of: ${Object.keys(MEDIA_TYPES).join(', ')}.`,
      );
    const key = `api/${randomUUID()}/${name}`;
    const maxBytes = LIMITS.fileBytes.limit;
    const form = await forms.form(key, mediaType, maxBytes);
    const upload = `/${uploadPath(objectId({ bucket, key }))}`;
    return {
      body: { ...form, fields: { ...form.fields }, maxBytes, upload },
      headers: { 'cache-control': 'no-store', location: upload },
    };
  },
});

/** Every route that takes uploads. */
export const UPLOAD_ROUTES: readonly Route<Services>[] = [createUpload];
