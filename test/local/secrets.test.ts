import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localSecrets } from '../../local/secrets.ts';

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'gouji-secrets-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

test('a secret is drawn once and kept for its owner alone', () => {
  const secret = localSecrets(data)('arn:a');
  expect(secret).toMatch(/^[0-9a-f]{48}$/);
  expect(localSecrets(data)('arn:b')).not.toBe(secret);
  expect(localSecrets(data)('arn:a')).toBe(secret);
  expect(readdirSync(data)).toEqual(['secrets.json']);
  expect(statSync(join(data, 'secrets.json')).mode & 0o077).toBe(0);
});

test('a file that was cut short is named, with what to do about it', () => {
  localSecrets(data)('arn:a');
  const file = join(data, 'secrets.json');
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 20));
  expect(() => localSecrets(data)).toThrow(`${file} is not readable; delete it to have new secrets drawn`);
});
