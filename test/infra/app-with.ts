import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { GoujiStack } from '../../infra/gouji-stack.ts';
import { readSettings } from '../../infra/settings.ts';

const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };

const folder = mkdtempSync(join(tmpdir(), 'gouji-assembly-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The app as `cdk synth` makes it, with settings as given by `-c name=value`; the functions' code is left out. */
export const appWith = (settings: Readonly<Record<string, string>> = {}) => {
  const app = new App({
    outdir: mkdtempSync(join(folder, 'app-')),
    context: { ...context, ...settings, 'aws:cdk:bundling-stacks': [] },
  });
  return { app, stack: new GoujiStack(app, 'Gouji', { settings: readSettings(app.node) }) };
};
