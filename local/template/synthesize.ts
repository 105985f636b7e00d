import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import { Template } from './template.ts';

/** Of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const APP = join(ROOT, 'infra', 'app.ts');
const SETTINGS = ['cdk.json', 'package-lock.json'].map((name) => join(ROOT, name));
const CACHE = join(ROOT, 'node_modules', '.cache', 'gouji');

/** The CDK app in `infra/` could not be synthesized. */
export class SynthesisError extends Error {
  override readonly name = 'SynthesisError';
}

/** Every file that the app is made of, found by following the imports of files in the repository. */
const sources = async (): Promise<Map<string, string>> => {
  const found = new Map<string, string>();
  const follow = async (file: string): Promise<void> => {
    if (found.has(file)) return;
    found.set(file, '');
    const text = await readFile(file, 'utf8');
    found.set(file, text);
    for (const [, path = ''] of text.matchAll(/\bfrom '(\.{1,2}\/[^']+)'/g))
      await follow(join(dirname(file), path));
  };
  for (const file of [...SETTINGS, APP]) await follow(file);
  return found;
};

const sourceHash = async (): Promise<string> => {
  const hash = createHash('sha256');
  const files = [...(await sources())].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [file, text] of files) hash.update(`${relative(ROOT, file)}\n`).update(text);
  return hash.digest('hex').slice(0, 24);
};

/** The CDK's own way to run an app: output folder and context in the environment, as its command does it. */
const synthesize = async (): Promise<string> => {
  const { context = {} } = z
    .object({ context: z.record(z.string(), z.unknown()).optional() })
    .parse(JSON.parse(await readFile(join(ROOT, 'cdk.json'), 'utf8')));
  const out = await mkdtemp(join(tmpdir(), 'gouji-synth-'));
  try {
    await promisify(execFile)(process.execPath, ['--import', 'tsx', APP], {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        CDK_OUTDIR: out,
        CDK_CONTEXT_JSON: JSON.stringify(context),
        // Checks what is about to be deployed, in more time than all the rest takes.
        CDK_VALIDATION: 'false',
      },
    });
    const [name] = (await readdir(out)).filter((file) => file.endsWith('.template.json'));
    if (!name) throw new Error('the app has no stack');
    return await readFile(join(out, name), 'utf8');
  } catch (error) {
    const detail = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new SynthesisError(`infra/ could not be synthesized: ${detail}`, { cause: error });
  } finally {
    await rm(out, { recursive: true, force: true });
  }
};

/**
 * The CloudFormation template of the stack that would be deployed. Synthesizing takes seconds, so the result
 * is kept until a source of it changes.
 *
 * @param onSlow called when it must be synthesized
 * @throws SynthesisError
 */
export const currentTemplate = async (onSlow: () => void): Promise<Template> => {
  const file = join(CACHE, `template-${await sourceHash()}.json`);
  try {
    return Template.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // Not there, or not whole.
  }
  onSlow();
  const text = await synthesize();
  const template = Template.parse(JSON.parse(text));
  await mkdir(CACHE, { recursive: true });
  for (const old of await readdir(CACHE)) {
    if (old.startsWith('template-')) await rm(join(CACHE, old), { force: true });
  }
  await writeFile(`${file}.${process.pid}`, text);
  await rename(`${file}.${process.pid}`, file);
  return template;
};
