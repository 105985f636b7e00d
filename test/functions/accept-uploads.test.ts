import { build } from '../../functions/accept-uploads/build.ts';
import { LIMITS } from '../../shared/document/limits.ts';
import { objectId } from '../../shared/records/identity.ts';
import { asker } from './ask.ts';
import { memoryBuckets } from './bucket.ts';

const ask = asker(build({ UPLOADS_BUCKET: 'uploads' }, { s3: memoryBuckets().config }, () => {}));
const post = (body: unknown) => ask('/uploads', { method: 'POST', body });

test('an upload gets a form for one key, one type and a bounded size', async () => {
  const { status, json, headers } = await post({ name: '年报 2024.docx' });
  expect(status).toBe(201);
  expect(json.fields.key).toMatch(/^api\/[0-9a-f-]{36}\/年报 2024\.docx$/);
  const { conditions } = JSON.parse(Buffer.from(json.fields.Policy, 'base64').toString());
  expect(conditions).toContainEqual(['content-length-range', 1, LIMITS.fileBytes.limit]);
  expect(conditions).toContainEqual({ key: json.fields.key });
  expect(conditions).toContainEqual(['eq', '$Content-Type', json.fields['Content-Type']]);
  expect(json.upload).toBe(`/uploads/${objectId({ bucket: 'uploads', key: json.fields.key })}`);
  expect(headers['cache-control']).toBe('no-store');
});

test.each([
  ['a format that is not read', { name: 'setup.exe' }, 415],
  ['an ending that merely every object knows', { name: 'a.constructor' }, 415],
  ['a path', { name: '../../records/x.pdf' }, 400],
  ['no name', {}, 400],
  ['more than is asked for', { name: 'a.pdf', acl: 'public-read' }, 400],
])('%s gets none', async (_, body, status) => {
  expect((await post(body)).status).toBe(status);
});
