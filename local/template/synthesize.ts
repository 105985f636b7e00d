import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { CACHE, ROOT, sourceHash } from '../source-hash.ts';
import { Template } from './template.ts';

const APP = join(ROOT, 'infra', 'app.ts');
const SETTINGS = join(ROOT, 'cdk.json');

/** The CDK app in `infra/` could not be synthesized. */
export class SynthesisError extends Error {
  override readonly name = 'SynthesisError';
}

type Settings = Readonly<Record<string, string>>;

/** The CDK's own way to run an app: output folder and context in the environment, as its command does it. */
const synthesize = async (settings: Settings): Promise<string> => {
  const { context = {} } = z
    .object({ context: z.record(z.string(), z.unknown()).optional() })
    .parse(JSON.parse(await readFile(SETTINGS, 'utf8')));
  const out = await mkdtemp(join(tmpdir(), 'gouji-synth-'));
  try {
    await promisify(execFile)(process.execPath, ['--import', 'tsx', APP], {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        CDK_OUTDIR: out,
        // Only the template is wanted here: no bundle of any function is made for it.
        CDK_CONTEXT_JSON: JSON.stringify({ ...context, ...settings, 'aws:cdk:bundling-stacks': [] }),
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
 * @param settings given as `cdk deploy -c name=value` gives them
 * @param onSlow called when it must be synthesized
 * @throws SynthesisError
 */
export const currentTemplate = async (onSlow: () => void, settings: Settings = {}): Promise<Template> => {
  const given = createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 8);
  const file = join(CACHE, `template-${await sourceHash([APP, SETTINGS])}-${given}.json`);
  try {
    return Template.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // Not there, or not whole.
  }
  onSlow();
  const text = await synthesize(settings);
  const template = Template.parse(JSON.parse(text));
  await mkdir(CACHE, { recursive: true });
  await writeFile(`${file}.${process.pid}`, text);
  await rename(`${file}.${process.pid}`, file);
  return template;
};
